/** Manifests that strangers wrote to be dear: what is read of them is read in time. */
import { describe, expect, test } from '@jest/globals';
import { MAX_MANIFEST_BYTES } from '../../src/facts/choose-files.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { processorTime } from './processor-time.ts';

const FULL = MAX_MANIFEST_BYTES;
/** Less than half of what a thread is given (`engine/thread-limits.ts`), also on a busy machine. Milliseconds of processor time. */
const TIME_LIMIT = 2_000;

const keys = (size: number) => Array.from({ length: size / 9 }, (_, index) => `k${index}: 1\n`).join('');
const items = (size: number) => `[${Array.from({ length: size / 9 }, (_, index) => `k${index}: 1`).join()}]`;
const repeat = (unit: string) => (size: number) => unit.repeat(size / unit.length);

function reading(path: string, text: string): number {
  const manifests = [{ path, text }];
  return processorTime(() => readFacts({ name: 'tides', paths: [path], pathsTruncated: false, manifests }));
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
    // Compiled before it counts.
    reading(path, build(FULL / 4));
    expect(reading(path, build(FULL))).toBeLessThan(TIME_LIMIT);
  });
});
