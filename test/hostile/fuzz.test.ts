/** The fuzzer finds what was planted for it, and finds nothing in a short run over what strangers' texts reach. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runCampaign } from '../../scripts/fuzz/campaign.ts';
import type { Finding } from '../../scripts/fuzz/finding.ts';
import { minimize } from '../../scripts/fuzz/minimize.ts';
import { build } from '../../scripts/fuzz/recipe.ts';
import { HIDDEN, TARGETS } from './planted-targets.ts';

/** Threads are started that load the whole of the engine, on a machine that may be busy. */
jest.setTimeout(240_000);

const PLANTED = new URL('./planted-targets.ts', import.meta.url);

/** What a campaign of so many changed texts finds in one of the planted targets. */
async function findingsIn(target: string, inputs: number): Promise<readonly Finding[]> {
  const { findings } = await runCampaign({
    targets: TARGETS.filter(({ name }) => name === target),
    module: PLANTED,
    covered: PLANTED.href,
    seed: 1,
    inputs,
    seconds: Number.POSITIVE_INFINITY,
    seeds: Number.POSITIVE_INFINITY,
    onFinding: () => undefined,
  });
  return findings;
}

describe('what was planted', () => {
  test('is nothing: nothing is found', async () => {
    expect(await findingsIn('sound', 60)).toEqual([]);
  });

  test('is an error behind four branches: it is found, and its text is as short as it can be', async () => {
    expect(await findingsIn('branch', 600)).toEqual([
      {
        target: 'branch',
        seed: 1,
        problem: expect.stringMatching(/^throws Error: planted/),
        input: { text: HIDDEN.join('') },
      },
    ]);
  });

  test.each([
    ['quadratic', 24, /^growth: four times the text takes 1\d\.\d times as long$/],
    ['hoarding', 12, /^memory: more than 256 MB$/],
    ['remembering', 12, /^again: the same text gives other bytes$/],
    ['untrue', 12, /^link: there is one$/],
  ])('is %s: it is found', async (target, inputs, problem) => {
    const findings = await findingsIn(target, inputs);
    expect(findings.map(finding => finding.problem)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('a long text', () => {
  const RECIPE = { head: '# a\n', unit: '[1', close: ']', counted: false };

  test('is as long as it may be', () => {
    expect(build(RECIPE, 13)).toBe('# a\n[1[1[1]]]');
    expect(build({ ...RECIPE, counted: true }, 13)).toBe('# a\n[0[1[2]]]');
  });

  test('has one unit at least', () => {
    expect(build(RECIPE, 0)).toBe('# a\n[1]');
    expect(build({ ...RECIPE, counted: true }, 0)).toBe('# a\n[0]');
  });
});

test('minimising asks no more often than it may', async () => {
  let asked = 0;
  const shortest = await minimize(
    'a'.repeat(1000),
    async text => {
      asked += 1;
      return text.length >= 10;
    },
    5,
  );
  expect([asked, shortest.length < 1000]).toEqual([5, true]);
});

describe('npm run fuzz', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'showwork-fuzz-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const fuzz = (...args: readonly string[]) =>
    promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/fuzz.ts'), ...args], {
      cwd: folder,
    });

  test('finds nothing in a short run over every target', async () => {
    const { stdout } = await fuzz('--seed', '1', '--inputs', '36', '--seeds', '3');
    expect(stdout).toMatch(/^seed 1: 0 findings in \d+ short and \d+ long texts/);
  });

  test('tells whether a finding still is one', async () => {
    const finding = { target: 'comment', seed: 1, problem: 'throws', input: { text: '/review' } };
    writeFileSync(join(folder, 'finding.json'), JSON.stringify(finding));
    expect((await fuzz('--replay', 'finding.json')).stdout).toMatch(
      /^comment, 7 characters, \d+ ms\neverything holds\n$/,
    );
  });
});
