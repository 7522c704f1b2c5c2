import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../src/readme/read-outline.ts';
import { sketch } from './sketch.ts';

const TEXT = `# Beach

Sand
and sea.

- north
- south

| a | b |
|---|---|
| 1 | 2 |

<p>
deep
</p>

\`\`\`
x

y
\`\`\`
`;

const EXPECTED = [
  '1 # Beach',
  '3-4 paragraph Sand and sea.',
  '6 list-item north',
  '7 list-item south',
  '9 table-row header a | b',
  '11 table-row 1 | 2',
  '14 paragraph deep',
  '17-21 code x\n\ny',
];

/** LF, CR and CRLF in turn; in this order no CR comes to stand before an LF. */
function mixLineEndings(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => line + (at === lines.length - 1 ? '' : ['\n', '\r', '\r\n'][at % 3]))
    .join('');
}

describe('line numbers are those of the raw file', () => {
  test.each([
    ['LF', TEXT],
    ['CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['CR alone', TEXT.replaceAll('\n', '\r')],
    ['all of them mixed', mixLineEndings(TEXT)],
    ['a byte order mark', `\uFEFF${TEXT}`],
    ['a byte order mark and CRLF', `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`],
  ])('with %s', (_name, text) => {
    expect(sketch(text)).toEqual(EXPECTED);
    expect(readOutline(text).lineCount).toBe(21);
  });

  test('a tab, a no-break space or a line separator ends no line', () => {
    expect(readOutline('a\tb\u00A0c\u2028d\u0085e\ff').lineCount).toBe(1);
  });

  test.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['\n', 1],
    ['\n\n', 2],
    ['\r\n', 1],
    ['\n\r', 2],
  ])('%j has %i lines', (text, lineCount) => {
    expect(readOutline(text).lineCount).toBe(lineCount);
  });
});
