/** How much fits into a comment or an issue, and what is said where it does not. */
import type { Piece } from './byte-budget.ts';
import { fitBytes } from './byte-budget.ts';
import { plural } from './wording.ts';

/**
 * Bytes of a comment's or an issue's body. GitHub's message speaks of 65,536 characters; what others measured is higher
 * (amd/IRON#183). This stays below both.
 */
export const MAX_BODY_BYTES = 60_000;

interface Body {
  /** The first line. */
  readonly marker: string;
  /** Paragraphs; of these the last are left out where there is no room. */
  readonly pieces: readonly Piece[];
  /** Paragraphs that are never left out: a few short lines of this app. */
  readonly ending: readonly string[];
  readonly foot: string;
}

/** At most `MAX_BODY_BYTES`. */
export function conversationBody({ marker, pieces, ending, foot }: Body): string {
  const end = [...ending, `<sub>${foot}</sub>`].join('\n\n');
  return fitBytes([marker, ...pieces], end, MAX_BODY_BYTES, cutNotice);
}

function cutNotice(leftOut: number): string {
  return `**Cut here.** ${plural(leftOut, 'part', 'parts')} of this did not fit; the *Showwork* check says more.`;
}
