/** The record of every measurement taken on the check labels: `docs/accuracy.md` only ever grows by them. */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Judged } from './scorecard.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DOCUMENT = resolve(ROOT, 'docs/accuracy.md');

/** Appends one measurement with its date, the commit it was taken at, and the model that judged what it can read. */
export function appendCheck(items: readonly Judged[], text: string): void {
  const date = new Date().toISOString().slice(0, 10);
  const model = items.find(({ chances }) => chances.size > 0)?.report.model;
  const digest = model?.digest ? `, digest ${model.digest.slice(0, 12)}` : '';
  const heading = `## Check of ${date} at ${commit()} (model ${model?.version ?? 'none'}${digest})`;
  appendFileSync(DOCUMENT, `\n${heading}\n\n${items.length} READMEs of labels/check.jsonl.\n\n${text}\n`);
}

/** Short commit id; marked where the working tree holds changes, because then it does not say what was measured. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  return `${git('rev-parse', '--short=10', 'HEAD')}${changed ? ' with changes' : ''}`;
}
