/** A copy of the project in which its own scripts can write, with so little to read that they take seconds. */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Label, readLabels } from '../../scripts/corpus/labels.ts';
import { checkOut } from '../packaging/tracked-files.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Of each file of passages and READMEs that were written for the model. */
const ITEMS = 6;

/** Makes the project in `folder`, and a corpus where its scripts look for one; answers where the project is. */
export function copyProject(folder: string): string {
  const project = join(folder, 'main');
  checkOut(project);
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  for (const path of globSync('models/{passages,project-types}/*.yml', { cwd: project }))
    shorten(join(project, path));
  makeCorpus(join(folder, 'shared/corpus'));
  // What is measured is put down with the commit that it was measured on.
  git(project, 'init', '--quiet');
  git(project, 'add', '.');
  git(
    project,
    '-c',
    'user.name=Ada',
    '-c',
    'user.email=ada@example.com',
    'commit',
    '--quiet',
    '--message',
    'All',
  );
  return project;
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd: folder });
}

/** Leaves the first items of a YAML list. */
function shorten(file: string): void {
  const items = readFileSync(file, 'utf8').split(/^(?=- )/m);
  writeFileSync(file, items.slice(0, ITEMS).join(''));
}

/** From the project's labelled fixtures in the model's language, in the folders that `docs/accuracy.md` speaks of. */
function makeCorpus(corpus: string): void {
  const labels = readLabels(join(ROOT, 'fixtures/labels.jsonl')).filter(({ language }) => language === 'en');
  const middle = Math.ceil(labels.length / 2);
  writeLabels(corpus, 'dev', labels.slice(0, middle));
  writeLabels(corpus, 'check', labels.slice(middle));
}

function writeLabels(corpus: string, set: string, labels: readonly Label[]): void {
  mkdirSync(join(corpus, 'labels'), { recursive: true });
  writeFileSync(
    join(corpus, `labels/${set}.jsonl`),
    labels.map(label => `${JSON.stringify(label)}\n`).join(''),
  );
  for (const { readme, repo } of labels) {
    cpSync(join(ROOT, 'fixtures', readme), join(corpus, readme));
    writeFileSync(join(corpus, dirname(readme), 'meta.json'), JSON.stringify({ repo }));
  }
}
