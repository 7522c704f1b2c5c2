import { describe, expect, test } from '@jest/globals';
import { decodeReadme } from '../../src/readme/decode-readme.ts';

const TEXT = '# Plage\n\nMarée – 潮 🌊\n';
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(), 'utf-16be'],
  ])('%s', (_name, encoded, encoding) => {
    expect(decodeReadme(encoded)).toEqual({ text: TEXT, encoding });
  });

  test('no bytes are an empty text', () => {
    expect(decodeReadme(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});

describe('bytes that the encoding does not allow', () => {
  test.each([
    ['a Latin-1 letter', bytes('a\nb\ncaf', [0xe9], '\nd'), 'a\nb\ncaf\uFFFD\nd', 3],
    ['a sequence that is cut off', bytes('a\n', [0xe6, 0xbd]), 'a\n\uFFFD', 2],
    ['a sequence cut off by a line end', bytes('a', [0xe6, 0xbd], '\nb'), 'a\uFFFD\nb', 1],
    ['behind CRLF', bytes('a\r\nb\r\n', [0xff]), 'a\r\nb\r\n\uFFFD', 3],
    ['behind CR alone', bytes('a\rb\r', [0xff]), 'a\rb\r\uFFFD', 3],
    ['several, of which the first counts', bytes('a\n', [0xff], '\n', [0xff]), 'a\n\uFFFD\n\uFFFD', 2],
    ['behind a mark', bytes([0xef, 0xbb, 0xbf], 'a\n', [0xff]), 'a\n\uFFFD', 2],
  ])('%s', (_name, encoded, text, line) => {
    expect(decodeReadme(encoded)).toEqual({ text, encoding: 'utf-8', problem: { line } });
  });

  test('half a pair in UTF-16', () => {
    const encoded = bytes([0xff, 0xfe], [0x61, 0, 0x0a, 0], [0x00, 0xd8], [0x62, 0]);
    expect(decodeReadme(encoded)).toEqual({ text: 'a\n\uFFFDb', encoding: 'utf-16le', problem: { line: 2 } });
  });

  test('a replacement character that was written is no problem', () => {
    expect(decodeReadme(Buffer.from('a \uFFFD b'))).toEqual({ text: 'a \uFFFD b', encoding: 'utf-8' });
  });
});
