import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inFewLengths } from '../../src/store/few-lengths.ts';

test.each([
  [[], []],
  [[1], [1]],
  [
    [1, 2],
    [1, 2],
  ],
  [
    [1, 2, 3],
    [1, 2, 3, 3],
  ],
  [
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ],
  [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 5, 5, 5],
  ],
])('%j becomes %j', (values, padded) => {
  expect(inFewLengths(values)).toEqual(padded);
});

test('the values are the same, and the lengths of a thousand lists are eleven', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 1_000 }), values => {
      expect(new Set(inFewLengths(values))).toEqual(new Set(values));
    }),
  );
  const lengths = Array.from(
    { length: 1_000 },
    (_, index) => inFewLengths(new Array(index + 1).fill(0)).length,
  );
  expect(new Set(lengths).size).toBe(11);
});
