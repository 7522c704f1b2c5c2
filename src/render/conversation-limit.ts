/** How much fits into a comment or an issue, and what is said where it does not. */
import type { Piece } from './byte-budget.ts';
import { fitBytes } from './byte-budget.ts';
import { plural } from './wording.ts';

/**
 * Bytes of a comment's or an issue's body. GitHub's message speaks of 65,536 characters; what others measured is higher
 * (amd/IRON#183). This stays below both.
 */
export const MAX_BODY_BYTES = 60_000;

/** The marker on the first line, the pieces as paragraphs, and the foot, in at most `MAX_BODY_BYTES`. */
export function conversationBody(marker: string, pieces: readonly Piece[], foot: string): string {
  return fitBytes([marker, ...pieces], `<sub>${foot}</sub>`, MAX_BODY_BYTES, cutNotice);
}

function cutNotice(leftOut: number): string {
  return `**Cut here.** ${plural(leftOut, 'part', 'parts')} of this did not fit; the *Showwork* check says more.`;
}
