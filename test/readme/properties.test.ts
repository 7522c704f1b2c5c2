import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Outline, SourceRange } from '../../src/readme/outline.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import { BLOCKS, INLINE, TROUBLE } from './markdown-pieces.ts';

/** Text of any kind, and text that is made of what parsers stumble over. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom(...BLOCKS, ...INLINE, ...TROUBLE), { maxLength: 40 })
    .map(pieces => pieces.join('')),
  fc
    .array(
      fc.tuple(fc.constantFrom('', '> ', '- ', '  ', '    ', '1. '), fc.constantFrom(...BLOCKS, ...INLINE)),
      {
        maxLength: 25,
      },
    )
    .map(lines => lines.map(([indent, piece]) => `${indent}${piece}`).join('\n')),
);

function rangesOf(outline: Outline): SourceRange[] {
  const { sections, blocks, links, images, comments } = outline;
  const headings = sections.flatMap(({ heading }) => heading ?? []);
  return [...headings, ...[...blocks, ...links, ...images, ...comments].map(({ range }) => range)];
}

describe('any text', () => {
  test('gives an outline whose ranges lie in the file', () => {
    fc.assert(
      fc.property(anyText, text => {
        const outline = readOutline(text);
        for (const { startLine, endLine } of rangesOf(outline)) {
          expect(startLine).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          expect(endLine).toBeLessThanOrEqual(outline.lineCount);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('gives blocks in the order of their lines, each in its section once', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { blocks, sections } = readOutline(text);
        const starts = blocks.map(({ range }) => range.startLine);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(sections.flatMap(section => section.blocks)).toEqual(blocks.map(({ index }) => index));
        for (const { index, section } of blocks) expect(sections[section]?.blocks).toContain(index);
      }),
    );
  });

  test('is parted by its sections without gap or overlap', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { sections, lineCount } = readOutline(text);
        let next = 1;
        for (const { range, index, parent } of sections) {
          expect(range.startLine).toBe(next);
          next = range.endLine + 1;
          expect(parent).toBeLessThan(index);
        }
        expect(next).toBe(lineCount + 1);
      }),
    );
  });

  test('says the same with other line endings and a byte order mark', () => {
    fc.assert(
      fc.property(anyText, text => {
        const outline = readOutline(text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''));
        const plain = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
        expect(readOutline(plain.replaceAll('\n', '\r\n'))).toEqual(outline);
        expect(readOutline(plain.replaceAll('\n', '\r'))).toEqual(outline);
        expect(readOutline(`\uFEFF${plain}`)).toEqual(outline);
      }),
    );
  });
});
