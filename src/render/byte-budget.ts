/**
 * A document made of pieces that are shown whole or not at all, so that a byte limit never cuts a table, a code
 * span or a `<details>` in half.
 */
import { byteLength } from './plain-text.ts';

/** Pieces that stand between an opening and a closing text, such as a table's head or `</details>`. */
export interface Group {
  readonly open: string;
  readonly pieces: readonly Piece[];
  readonly close: string;
  /** Stands between any two of opening, pieces and closing. */
  readonly separator: string;
}

/** A string is shown whole. */
export type Piece = string | Group;

interface Fitted {
  readonly text: string;
  /** Whole pieces that found no room. */
  readonly leftOut: number;
}

function countWhole(piece: Piece): number {
  if (typeof piece === 'string') return 1;
  return piece.pieces.reduce((sum, child) => sum + countWhole(child), 0);
}

/** Takes pieces in order until one does not fit; that one may fit in part where it is a group. */
function fitGroup(group: Group, budget: number): Fitted {
  const gap = byteLength(group.separator);
  const closing = group.close === '' ? 0 : gap + byteLength(group.close);
  const texts = group.open === '' ? [] : [group.open];
  let room = budget - byteLength(group.open) - closing;
  let taken = 0;
  let leftOut = 0;
  for (const piece of group.pieces) {
    const before = texts.length === 0 ? 0 : gap;
    const fitted = leftOut > 0 ? null : fitPiece(piece, room - before);
    leftOut += fitted === null ? countWhole(piece) : fitted.leftOut;
    if (fitted === null || fitted.text === '') continue;
    texts.push(fitted.text);
    taken += 1;
    room -= before + byteLength(fitted.text);
  }
  if (taken === 0) return { text: '', leftOut };
  if (group.close !== '') texts.push(group.close);
  return { text: texts.join(group.separator), leftOut };
}

function fitPiece(piece: Piece, budget: number): Fitted {
  if (typeof piece !== 'string') return fitGroup(piece, budget);
  return byteLength(piece) <= budget ? { text: piece, leftOut: 0 } : { text: '', leftOut: 1 };
}

/**
 * The pieces as paragraphs, then the foot, in at most `limit` bytes of UTF-8. Where something is left out, the
 * notice stands between what was shown and the foot.
 * @param notice words for the given number of left out pieces; its length must not grow by more than 10 bytes
 *   from 0 to any number.
 */
export function fitBytes(
  pieces: readonly Piece[],
  foot: string,
  limit: number,
  notice: (leftOut: number) => string,
): string {
  const paragraphs = { open: '', close: '', separator: '\n\n' };
  const whole = fitGroup({ ...paragraphs, pieces: [...pieces, foot] }, limit);
  if (whole.leftOut === 0) return whole.text;
  const reserved = byteLength(`\n\n${notice(0)}\n\n${foot}`) + 10;
  const body = fitGroup({ ...paragraphs, pieces }, limit - reserved);
  return [body.text, notice(body.leftOut), foot].filter(text => text !== '').join('\n\n');
}
