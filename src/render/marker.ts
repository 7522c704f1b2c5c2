/**
 * The hidden first line of what this app posts in conversations, by which it finds its own again. What strangers wrote
 * never holds one: `withoutMarkers` in plain-text.ts.
 */

const TOKEN = /^[a-z0-9]{1,64}$/;

/** First line of a review comment. `token`: 1 to 64 of `a-z0-9`, new for each post; a RangeError otherwise. */
export function reviewMarker(token: string): string {
  return marker('review', token);
}

/** First line of the dashboard issue; `token` as for `reviewMarker`. */
export function dashboardMarker(token: string): string {
  return marker('dashboard', token);
}

/** First line of an answer to the comment of that id. */
export function replyMarker(commentId: number): string {
  return marker('reply', String(commentId));
}

/** Stands in the line of the dashboard that somebody ticks to ask for a fresh review. */
export const RE_REVIEW_MARKER = '<!-- showwork:re-review -->';

function marker(kind: 'review' | 'dashboard' | 'reply', token: string): string {
  if (!TOKEN.test(token)) throw new RangeError('a marker takes 1 to 64 letters and digits');
  return `<!-- showwork:${kind} ${token} -->`;
}
