/** Manifests that strangers wrote to be dear: what is read of them grows with their length. */
import { describe, expect, test } from '@jest/globals';
import { MAX_MANIFEST_BYTES } from '../../src/facts/choose-files.ts';
import { readFacts } from '../../src/facts/read-facts.ts';

const FULL = MAX_MANIFEST_BYTES;
/** Four times the text: linear is 4, quadratic 16. */
const STEPS = 4;
const MOST_GROWTH = 10;
/** Below this, what starts and clears away decides. Milliseconds of processor time. */
const TOO_SHORT_TO_TELL = 300;

const keys = (size: number) => Array.from({ length: size / 9 }, (_, index) => `k${index}: 1\n`).join('');
const items = (size: number) => `[${Array.from({ length: size / 9 }, (_, index) => `k${index}: 1`).join()}]`;
const repeat = (unit: string) => (size: number) => unit.repeat(size / unit.length);

function reading(path: string, text: string): number {
  const before = process.cpuUsage();
  readFacts({ name: 'tides', paths: [path], pathsTruncated: false, manifests: [{ path, text }] });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe.each(['environment.yml', 'compose.yaml'])('%s', path => {
  test.each([
    ['keys', keys],
    ['keys in brackets', items],
    ['the same key', repeat('<<: {}\n')],
    ['brackets', repeat('[')],
    ['question marks', repeat('?\n')],
    ['aliases of nothing', repeat('*a ')],
    ['tags', repeat('!!a ')],
  ])('of %s', (_name, build) => {
    reading(path, build(FULL / STEPS));
    const large = reading(path, build(FULL));
    if (large < TOO_SHORT_TO_TELL) return;
    expect(large / reading(path, build(FULL / STEPS))).toBeLessThan(MOST_GROWTH);
  });
});
