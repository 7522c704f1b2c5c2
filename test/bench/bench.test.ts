import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const BENCH = join(import.meta.dirname, '../../scripts/bench.ts');
/** Whole processes are started, among them linters; none of this is about time. */
const ENOUGH_MS = 240_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showwork-bench-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  [
    'review',
    [
      'review.ratioToParse',
      'review.ratioToRemarkLint',
      'review.ratioToMarkdownlint',
      'review.ratioToTextlint',
      'review.poolRatioToParse',
      'review.poolOverheadMs',
      'review.coldStartMs',
    ],
  ],
  ['command-line', ['cli.hundredMs', 'cli.oneReadmeMs', 'cli.ratioOneThread', 'cli.ratioToMarkdownlint']],
  ['hostile', ['hostile.slowestMs', 'hostile.timedOut', 'hostile.residentMb', 'hostile.othersP99Ratio']],
] as const)(
  'the part %s measures what it promises',
  async (part, keys) => {
    const file = join(folder, `${part}.json`);
    const args = [BENCH, '--only', part, '--quick', '--json', file];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const figures: unknown = JSON.parse(await readFile(file, 'utf8'));
    expect(figures).toEqual(
      expect.objectContaining(Object.fromEntries(keys.map(key => [key, expect.any(Number)]))),
    );
    // JSON has no NaN: what was not measured would be null.
    expect(stdout).toContain('| what |');
  },
  ENOUGH_MS,
);
