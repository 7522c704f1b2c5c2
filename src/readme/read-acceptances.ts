/**
 * What an author says in HTML comments about the criteria. A comment is one wherever it stands, in a list, a table or a
 * quote; what looks like one inside code is text, and never becomes a `Comment`.
 */
import type { Comment, ReadmeAcceptance } from './outline.ts';
import { foldSpace } from './plain-words.ts';

/** More than a rubric has criteria; further ones are not read. */
export const MAX_ACCEPTANCES = 20;
/** A reason is a sentence or two. Code points. */
export const MAX_REASON = 300;
/** A longer name is none. Code points. */
export const MAX_CRITERION_NAME = 60;

/** Nothing behind this is read of a comment. */
const LONGEST_READ = 2_000;
/** After white space was folded, so that it is linear. */
const ACCEPTANCE = /^showwork ?: ?accept (.+?) because (.+)/i;

/** The acceptances among a README's comments, in their order. Linear. */
export function readAcceptances(comments: readonly Comment[]): readonly ReadmeAcceptance[] {
  const acceptances: ReadmeAcceptance[] = [];
  for (const { text, range } of comments) {
    const [, criterion, reason] = ACCEPTANCE.exec(foldSpace(text.slice(0, LONGEST_READ))) ?? [];
    if (criterion === undefined || reason === undefined) continue;
    acceptances.push({
      criterion: cut(criterion, MAX_CRITERION_NAME),
      reason: cut(reason, MAX_REASON),
      line: range.startLine,
    });
    if (acceptances.length === MAX_ACCEPTANCES) break;
  }
  return acceptances;
}

/** By code points: half a character is none. */
function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}
