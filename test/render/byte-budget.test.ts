import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Piece } from '../../src/render/byte-budget.ts';
import { fitBytes } from '../../src/render/byte-budget.ts';
import { byteLength } from '../../src/render/plain-text.ts';

const notice = (leftOut: number) => `(${leftOut} left out)`;
const FOOT = 'foot';

function table(rows: readonly string[]): Piece {
  return { open: '| a |\n|---|', pieces: rows, close: '', separator: '\n' };
}

function details(pieces: readonly Piece[]): Piece {
  return { open: '<details>', pieces, close: '</details>', separator: '\n\n' };
}

describe('at the edge', () => {
  // 'é' is two bytes: 10 characters here, 11 bytes, and 2 + 4 for the gap and the foot.
  const pieces = ['caf\u00e9 au lait'];
  const whole = 'caf\u00e9 au lait\n\nfoot';

  test('exactly the limit in bytes is shown whole', () => {
    expect(byteLength(whole)).toBe(19);
    expect(fitBytes(pieces, FOOT, 19, notice)).toBe(whole);
  });

  test('one byte over is cut, and says so', () => {
    expect(fitBytes(pieces, FOOT, 18, notice)).toBe('(1 left out)\n\nfoot');
  });
});

test('a table is cut between rows and keeps its head', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `| ${'x'.repeat(8)} ${index} |`);
  const text = fitBytes(['intro', table(rows), 'after'], FOOT, 160, notice);
  expect(text).toBe(
    ['intro', '', '| a |', '|---|', ...rows.slice(0, 7), '', '(34 left out)', '', 'foot'].join('\n'),
  );
});

test('a table without room for a row is left out with its head', () => {
  const text = fitBytes(['intro', table(['| row |'.repeat(30)])], FOOT, 60, notice);
  expect(text).toBe('intro\n\n(1 left out)\n\nfoot');
});

test('details are closed when they are cut inside', () => {
  const text = fitBytes([details(['first', 'second '.repeat(20), 'third'])], FOOT, 80, notice);
  expect(text).toBe('<details>\n\nfirst\n\n</details>\n\n(2 left out)\n\nfoot');
});

const leaf = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const { piece } = fc.letrec<{ piece: Piece }>(tie => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('piece'), { maxLength: 5 }).map(details),
    fc.array(leaf, { maxLength: 5 }).map(table),
  ),
}));

test('never over the limit, the foot always last, what is opened is closed', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 60, max: 400 }), (pieces, limit) => {
      const text = fitBytes(pieces, FOOT, limit, notice);
      expect(byteLength(text)).toBeLessThanOrEqual(limit);
      expect(text.endsWith(FOOT)).toBe(true);
      expect(text.split('<details>').length).toBe(text.split('</details>').length);
    }),
    { numRuns: 300 },
  );
});
