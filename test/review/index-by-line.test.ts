import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexByLine } from '../../src/review/index-by-line.ts';

const line = fc.integer({ min: 1, max: 30 });
const range = fc
  .tuple(line, fc.nat(12))
  .map(([startLine, more]) => ({ startLine, endLine: startLine + more }));
const byPlace = (a: { range: { startLine: number; endLine: number } }, b: typeof a) =>
  a.range.startLine - b.range.startLine || a.range.endLine - b.range.endLine;

test('finds what looking at every item finds, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ range })), range, (items, place) => {
      const everyOne = items.filter(
        item => item.range.startLine <= place.endLine && item.range.endLine >= place.startLine,
      );
      expect(indexByLine(items)(place).toSorted(byPlace)).toEqual(everyOne.toSorted(byPlace));
    }),
  );
});
