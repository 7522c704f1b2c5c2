/** Bytes of a README file → text. Never throws: what cannot be decoded becomes U+FFFD, and the first such line is told. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface DecodedReadme {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Where the first byte stands that the encoding does not allow; 1-based. */
  readonly problem?: { readonly line: number };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Reads UTF-16 where a byte order mark says so and UTF-8, with or without mark, otherwise. */
export function decodeReadme(bytes: Uint8Array): DecodedReadme {
  const encoding = encodingOf(bytes);
  try {
    return { text: decode(bytes, encoding, true), encoding };
  } catch {
    const text = decode(bytes, encoding, false);
    const line = encoding === 'utf-8' ? firstBadUtf8Line(bytes) : lineOf(text, text.indexOf('\uFFFD'));
    return { text, encoding, problem: { line } };
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes);
}

/** A line's bytes are decoded by themselves: line endings are never part of a longer UTF-8 sequence. */
function firstBadUtf8Line(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const isLineEnd =
      bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED);
    if (!isLineEnd) continue;
    if (!isUtf8(bytes.subarray(start, at))) return line;
    line += 1;
    start = at + 1;
  }
  return line;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    decode(bytes, 'utf-8', true);
    return true;
  } catch {
    return false;
  }
}

function lineOf(text: string, offset: number): number {
  return (text.slice(0, Math.max(0, offset)).match(/\r\n?|\n/g)?.length ?? 0) + 1;
}
