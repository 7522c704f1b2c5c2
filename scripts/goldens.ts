/**
 * Writes what each README of `fixtures/readmes/` leads to beside it: the check run, the report, the terminal's text; and
 * what else a learner meets on GitHub to `fixtures/surfaces/`.
 * With `--check`, says which are stale and what to run. A change of words or verdicts is then a diff to read.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRepositoryFolder } from '../src/cli/read-repository-folder.ts';
import { createReviewer } from '../src/engine/create-reviewer.ts';
import type { Reviewer, ReviewRequest } from '../src/ports.ts';
import type { CheckRunContent } from '../src/render/check-run.ts';
import { renderCheckRun } from '../src/render/check-run.ts';
import { renderJson } from '../src/render/json.ts';
import { renderTerminal } from '../src/render/terminal.ts';
import type { Report } from '../src/review/report.ts';
import { checkRunDocument } from './goldens/check-run-document.ts';
import { SURFACES } from './goldens/surfaces.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const READMES = join(FIXTURES, 'readmes');

const plain = (text: string) => text;
const NO_COLOR = { bold: plain, dim: plain, green: plain, yellow: plain, cyan: plain };
/** Columns of the terminal that the golden text is written for. */
const WIDTH = 80;

const GOLDENS: Readonly<Record<string, (report: Report, name: string) => string>> = {
  'check-run.md': (report, name) => checkRunDocument(checkRunOf(report, name)),
  'report.json': report => renderJson([report]),
  'terminal.txt': report => renderTerminal(report, { paint: NO_COLOR, width: WIDTH }),
};

function checkRunOf(report: Report, name: string): CheckRunContent {
  const place = { webUrl: 'https://github.com', owner: 'showwork-fixtures', name, headSha: '0'.repeat(40) };
  return renderCheckRun({ kind: 'reviewed', reports: [report] }, place);
}

/** A fixture's folder as a repository: what is written beside its README is no part of it. */
export async function readFixture(folder: string): Promise<ReviewRequest> {
  const request = await readRepositoryFolder(folder);
  return { ...request, paths: request.paths.filter(path => !(path in GOLDENS)) };
}

/** Every golden as it should read, by its path below `fixtures/`. */
async function goldens(reviewer: Reviewer): Promise<ReadonlyMap<string, string>> {
  const texts = new Map(SURFACES.map(({ name, text }) => [join('surfaces', `${name}.md`), text]));
  for (const name of readdirSync(READMES).sort()) {
    const report = await reviewer.review(await readFixture(join(READMES, name)));
    for (const [file, render] of Object.entries(GOLDENS)) {
      texts.set(join('readmes', name, file), render(report, name));
    }
  }
  return texts;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The goldens that do not read as they should, with the text that they should have. */
export async function staleGoldens(): Promise<ReadonlyMap<string, string>> {
  const reviewer = createReviewer();
  try {
    const texts = await goldens(reviewer);
    return new Map([...texts].filter(([path, text]) => readOrEmpty(join(FIXTURES, path)) !== text));
  } finally {
    await reviewer.close();
  }
}

if (import.meta.main) {
  const stale = await staleGoldens();
  const check = process.argv.includes('--check');
  if (!check) for (const [path, text] of stale) writeFileSync(join(FIXTURES, path), text);
  const names = [...stale.keys()].join(', ');
  if (check && stale.size > 0) {
    console.error(`goldens: stale: ${names}. Run \`npm run goldens\`, read the diff, and commit it.`);
    process.exitCode = 1;
  } else {
    console.log(stale.size === 0 ? 'goldens: fresh' : `goldens: wrote ${names}`);
  }
}
