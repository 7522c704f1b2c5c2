import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import { mapInOrder } from '../../src/cli/map-in-order.ts';
import { explainedOutput, outputFor } from '../../src/cli/output.ts';
import { showProgress } from '../../src/cli/progress.ts';
import type { ReviewPathsOptions } from '../../src/cli/review-paths.ts';
import { reviewPaths } from '../../src/cli/review-paths.ts';
import { builtinSettingsReader } from '../../src/cli/settings-of-folder.ts';
import { ShowworkError } from '../../src/errors.ts';
import type { Reviewer, ReviewRequest } from '../../src/ports.ts';
import type { Report } from '../../src/review/report.ts';
import { documentedReport, exampleReport } from '../helpers/example-reports.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'showwork-review-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function readmeFile(name: string): string {
  const path = join(root, name);
  writeFileSync(path, name);
  return path;
}

/** Answers by the file's name: `missing…` lacks something, `broken…` fails, all else is documented. */
function reviewerByName(seen: ReviewRequest[] = []): Pick<Reviewer, 'review'> {
  return {
    async review(request) {
      seen.push(request);
      const { path } = request.readme;
      if (path.startsWith('broken')) throw new ShowworkError('REVIEW_TIMED_OUT', 'stopped after 3 s');
      const readme: Report['readme'] = { path, sha: request.readme.sha, language: 'en' };
      return path.startsWith('missing') ? exampleReport({ readme }) : documentedReport({ readme });
    },
  };
}

const same = (text: string) => text;
const LOOK = { paint: { bold: same, dim: same, green: same, yellow: same, cyan: same }, width: 80 };
const SILENT = { write() {} };

async function runOn(names: readonly string[], options: Partial<ReviewPathsOptions> = {}) {
  const written: string[] = [];
  const complaints: string[] = [];
  const exits = await reviewPaths(names.map(readmeFile), {
    reviewer: reviewerByName(),
    readSettings: builtinSettingsReader(),
    output: outputFor('jsonl', LOOK),
    progress: showProgress(SILENT, names.length),
    concurrency: 3,
    write: text => written.push(text),
    complain: line => complaints.push(line.replace(root, '')),
    ...options,
  });
  return { code: exitCodeOf(exits), text: written.join(''), complaints };
}

describe('output', () => {
  const names = ['a.md', 'missing-b.md', 'c.md', 'missing-d.md', 'e.md'];

  test('jsonl is one report a line, in the order given', async () => {
    const { text } = await runOn(names);
    const paths = text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).readme.path);
    expect(paths).toEqual(names);
  });

  test('json is one array', async () => {
    const { text } = await runOn(names, { output: outputFor('json', LOOK) });
    expect(JSON.parse(text)).toHaveLength(names.length);
  });

  test('json of nothing is an empty array', async () => {
    const { text } = await runOn([], { output: outputFor('json', LOOK) });
    expect(text).toBe('[]\n');
  });

  test('markdown and terminal name each path', async () => {
    const markdown = await runOn(['a.md', 'c.md'], { output: outputFor('markdown', LOOK) });
    expect(markdown.text.match(/^## .*$/gm)).toEqual([`## \`${root}/a.md\``, `## \`${root}/c.md\``]);
    const terminal = await runOn(['a.md', 'c.md'], { output: outputFor('terminal', LOOK) });
    expect(terminal.text.match(/^.* · 5 of 5 documented$/gm)).toHaveLength(2);
  });
});

describe('exit code', () => {
  test.each([
    ['advice is no failure', ['missing.md'], false, 0],
    ['all documented', ['a.md'], true, 0],
    ['enforced and missing', ['a.md', 'missing.md'], true, 1],
    ['our error tells more than a missing criterion', ['broken.md', 'missing.md'], true, 70],
  ])('%s', async (_, names, enforce, code) => {
    expect((await runOn(names, { enforce })).code).toBe(code);
  });

  test('what cannot be reviewed is said, and everything else is still reviewed', async () => {
    const reviewed = await runOn(['a.md', 'broken.md', 'c.md']);
    expect(reviewed.text.trimEnd().split('\n')).toHaveLength(2);
    expect(reviewed.complaints).toEqual([
      'showwork: /broken.md: Reading this README took longer than the time limit. (REVIEW_TIMED_OUT: stopped after 3 s)',
    ]);
    const missingPath = await reviewPaths([join(root, 'absent\u001b[2J')], {
      reviewer: reviewerByName(),
      readSettings: builtinSettingsReader(),
      output: outputFor('jsonl', LOOK),
      progress: showProgress(SILENT, 1),
      concurrency: 1,
      enforce: true,
      write() {},
      complain: line =>
        expect(line).toBe(`showwork: ${root}/absent\ufffd[2J: there is no such file or folder`),
    });
    expect(missingPath).toEqual(['usage']);
  });
});

describe('the settings of a repository', () => {
  /** A folder with a README and these settings; its path. */
  function repository(name: string, settings: string): string {
    const path = join(root, name);
    mkdirSync(join(path, '.github'), { recursive: true });
    mkdirSync(join(path, 'missing'));
    for (const file of ['README.md', 'missing/README.md']) writeFileSync(join(path, file), name);
    writeFileSync(join(path, '.github/showwork.yml'), settings);
    return path;
  }

  async function runOnFolder(path: string, options: Partial<ReviewPathsOptions> = {}) {
    const complaints: string[] = [];
    const seen: ReviewRequest[] = [];
    const exits = await reviewPaths([path], {
      reviewer: reviewerByName(seen),
      readSettings: builtinSettingsReader(),
      output: outputFor('jsonl', LOOK),
      progress: showProgress(SILENT, 1),
      concurrency: 1,
      write() {},
      complain: line => complaints.push(line.replace(`${path}/`, '')),
      ...options,
    });
    return { code: exitCodeOf(exits), complaints, seen };
  }

  test('enforce, unless an option says otherwise', async () => {
    const enforced = repository('enforced', 'enforce: true\nreadmes: [README.md, missing]');
    expect((await runOnFolder(enforced)).code).toBe(1);
    expect((await runOnFolder(enforced, { enforce: false })).code).toBe(0);
    const advised = repository('advised', 'readmes: [README.md, missing]');
    expect((await runOnFolder(advised)).code).toBe(0);
    expect((await runOnFolder(advised, { enforce: true })).code).toBe(1);
  });

  test('declare a type, unless an option does', async () => {
    const path = repository('typed', 'projectType: ml-pipeline');
    expect((await runOnFolder(path)).seen).toMatchObject([{ declaredType: 'ml-pipeline' }]);
    expect((await runOnFolder(path, { declaredType: 'other' })).seen).toMatchObject([
      { declaredType: 'other' },
    ]);
  });

  test('with a mistake are told, and the review goes on', async () => {
    const { code, complaints, seen } = await runOnFolder(repository('mistaken', 'enforced: true'));
    expect(complaints).toEqual([
      expect.stringMatching(
        /^showwork: \.github\/showwork\.yml:1:1 Unknown key `enforced`: did you mean `enforce`\?/,
      ),
    ]);
    expect(code).toBe(0);
    expect(seen).toHaveLength(1);
  });
});

test('the declared type reaches the reviewer', async () => {
  const seen: ReviewRequest[] = [];
  await runOn(['a.md'], { reviewer: reviewerByName(seen), declaredType: 'ml-pipeline' });
  expect(seen.map(({ declaredType }) => declaredType)).toEqual(['ml-pipeline']);
});

test('only what could be reviewed is explained, and the legend comes once, where there is something to read', async () => {
  const seen: string[] = [];
  const explain = ({ readme }: ReviewRequest) => {
    seen.push(readme.path);
    return null;
  };
  const names = ['a.md', 'broken.md', 'c.md'];
  const { text } = await runOn(names, {
    explain,
    declaredType: 'ml-pipeline',
    output: explainedOutput(LOOK),
  });
  // Paths are read at the same time; only the output has an order.
  expect(seen.toSorted()).toEqual(['a.md', 'c.md']);
  expect(text.match(/^How the verdicts came about$/gm)).toHaveLength(2);
  expect(text.match(/^How to read this$/gm)).toHaveLength(1);
  expect((await runOn(['broken.md'], { explain, output: explainedOutput(LOOK) })).text).toBe('');
});

describe('work in order', () => {
  test('results keep the order, and no more than the limit run at once', async () => {
    let running = 0;
    let most = 0;
    const finished: number[] = [];
    const finish: (() => void)[] = [];
    const work = async (item: number) => {
      running += 1;
      most = Math.max(most, running);
      if (item % 2 === 0) await new Promise<void>(resolve => finish.push(resolve));
      else for (const each of finish.splice(0)) each();
      running -= 1;
      finished.push(item);
      return item;
    };
    const results: number[] = [];
    for await (const result of mapInOrder([0, 1, 2, 3, 4, 5], 2, work)) results.push(result);
    expect(results).toEqual([0, 1, 2, 3, 4, 5]);
    expect(finished).not.toEqual(results);
    expect(most).toBe(2);
  });
});

describe('progress', () => {
  test.each([
    ['a terminal and many paths', true, 10, ['1 of 10 reviewed']],
    ['few paths', true, 9, []],
    ['no terminal', false, 10, []],
  ])('%s', (_, isTTY, total, expected) => {
    const written: string[] = [];
    showProgress({ isTTY, write: text => written.push(text) }, total).step();
    expect(written.map(text => text.slice(text.indexOf('K') + 1))).toEqual(expected);
  });
});
