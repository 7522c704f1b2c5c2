/**
 * Stands hidden in an answer, so that it is found again after an interruption: one answer for each comment. `commentId`:
 * of the comment that is answered.
 */
export function replyMarker(commentId: number): string {
  return `<!-- showwork:reply ${commentId} -->`;
}
