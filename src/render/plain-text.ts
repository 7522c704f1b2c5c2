/**
 * What a stranger wrote, made safe to show as plain text: nothing invisible, nothing that steers a terminal,
 * nothing that GitHub turns into a mention, a reference or a link.
 */

const ZERO_WIDTH_SPACE = '\u200b';
const REPLACEMENT = '\ufffd';

/** Controls (ANSI escapes begin with one), Bidi marks, embeddings and isolates, and the invisible tag letters. */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** The text on one line: white space folded to single spaces, controls and Bidi characters shown as `U+FFFD`. */
export function visible(text: string): string {
  return text.toWellFormed().replaceAll(/\s+/g, ' ').replaceAll(INVISIBLE, REPLACEMENT);
}

/** As `visible`, for one line of source whose indentation and inner spacing must stay. */
export function visibleLine(line: string): string {
  return line.toWellFormed().replaceAll('\t', '    ').replaceAll(INVISIBLE, REPLACEMENT);
}

/** At most `limit` code points; what is longer ends in an ellipsis, never in half a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  if (points.length <= limit) return text;
  return `${points
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * `visible`, and a zero-width space inside whatever GitHub would act on: mentions (also written as entities, which
 * ping as well: zwave-js/zwave-js-ui#4743), `#123`, `GH-1`, addresses and `www.`; and whatever could pass for a hidden
 * marker of this app.
 */
export function neutralise(text: string): string {
  return withoutMarkers(visible(text))
    .replaceAll('@', `@${ZERO_WIDTH_SPACE}`)
    .replaceAll(/&(?=#|[a-z])/gi, `&${ZERO_WIDTH_SPACE}`)
    .replaceAll(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\b(GH-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`)
    .replaceAll(/:(?=\/\/)/g, `:${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\b(mailto|xmpp):/gi, `$1:${ZERO_WIDTH_SPACE}`)
    .replaceAll(/(www)(?=\.)/gi, `$1${ZERO_WIDTH_SPACE}`);
}

/** No HTML comment begins in it: this app finds its own comments by one (marker.ts). */
export function withoutMarkers(text: string): string {
  return text.replaceAll('<!--', `<${ZERO_WIDTH_SPACE}!--`);
}

const encoder = new TextEncoder();

/** Length in UTF-8, which is what GitHub's limits count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
