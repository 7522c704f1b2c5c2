/**
 * The grammar in which an author accepts a criterion as it is, in a comment and in a README alike:
 *
 *     accept <criterion> because <reason>
 *
 * `accept` and `because` in any case. The criterion is one word or several on one line; quotes and punctuation around it
 * are no part of it. The first `because` ends it, and may begin the next line. The reason is all the rest, white space
 * folded, with at least one letter or digit.
 */
import { bareName, fold, shorten } from './plain-words.ts';

/** Code points that are kept of a reason: it stands in a table cell beside the verdict. */
export const MAX_REASON = 300;

const ACCEPT = /^\s*accept(?=\s)/i;
const BECAUSE = /(?:^|\s)because(?=[\s:,]|$)/i;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

export interface WrittenAcceptance {
  /** As it was written; who uses it resolves it. */
  readonly criterion: string;
  readonly reason: string;
}

/** Reads `accept <criterion> because <reason>`; null where one of the parts is missing. */
export function parseAcceptance(text: string): WrittenAcceptance | null {
  const accept = ACCEPT.exec(text);
  return accept === null ? null : parseReasoned(text.slice(accept[0].length));
}

/** Reads `<criterion> because <reason>`, as it follows `accept`. */
export function parseReasoned(text: string): WrittenAcceptance | null {
  const because = BECAUSE.exec(text);
  if (because === null) return null;
  const before = text.slice(0, because.index).trim();
  const criterion = before.includes('\n') ? '' : bareName(before);
  const reason = fold(text.slice(because.index + because[0].length).replace(/^[\s:,]+/, ''));
  if (criterion === '' || !SAYS_SOMETHING.test(reason)) return null;
  return { criterion, reason: shorten(reason, MAX_REASON) };
}

/** The comment that says the same in a README. A reason cannot end it early: its runs of hyphens become a dash. */
export function acceptanceComment({ criterion, reason }: WrittenAcceptance): string {
  return `<!-- showwork: accept ${criterion} because ${fold(reason).replaceAll(/-{2,}/g, '–')} -->`;
}
