/**
 * What GitHub accepts in a comment or an issue. The renderer truncates with care; this is the last line of defence: a
 * body that is refused is a review that nobody sees.
 */
import { ShowworkError } from '../errors.ts';

/**
 * UTF-8 bytes of a comment's or an issue's body. GitHub's message says 65,536 characters and others measured more
 * (amd/IRON#183); below this it is accepted however it is counted.
 */
export const MAX_COMMENT_BYTES = 60_000;
/** Characters of an issue's title: "title is too long (maximum is 256 characters)" (googleapis/repo-automation-bots#1895). */
export const MAX_TITLE_CHARACTERS = 256;

/** Throws `GITHUB_REJECTED`, naming the field, its size and the limit, where GitHub might not accept it. */
export function assertPostable(post: { readonly title?: string; readonly body?: string }): void {
  const { title = '', body = '' } = post;
  demand('body', Buffer.byteLength(body, 'utf8'), MAX_COMMENT_BYTES, 'bytes');
  demand('title', [...title].length, MAX_TITLE_CHARACTERS, 'characters');
}

function demand(field: string, size: number, limit: number, unit: string): void {
  if (size <= limit) return;
  throw new ShowworkError(
    'GITHUB_REJECTED',
    `not posted: the ${field} has ${size} ${unit}, the limit is ${limit}`,
  );
}
