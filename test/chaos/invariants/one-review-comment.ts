import type { Invariant } from '../history.ts';

/** A thread shows at most one review comment; the others are folded. */
export const oneReviewComment: Invariant = ({ comments }) => {
  const shown = new Map<string, number>();
  for (const { repositoryId, thread, folded, marker } of comments) {
    if (folded || marker.kind !== 'review') continue;
    const place = `${repositoryId}#${thread}`;
    shown.set(place, (shown.get(place) ?? 0) + 1);
  }
  return [...shown]
    .filter(([, count]) => count > 1)
    .map(([place, count]) => `${place}: ${count} review comments are not folded`);
};

/** No post is put up twice: each has a marker of its own. */
export const noCommentTwice: Invariant = ({ comments }) => {
  const seen = new Set<string>();
  return comments.flatMap(({ repositoryId, thread, marker }) => {
    const post = `${repositoryId}#${thread} ${marker.kind} ${marker.token}`;
    if (seen.has(post)) return [`${post}: put up twice`];
    seen.add(post);
    return [];
  });
};
