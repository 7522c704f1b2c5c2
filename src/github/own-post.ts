import { z } from 'zod';

/** As much of a comment or an issue as tells whose it is. */
export const PostFields = z.object({
  node_id: z.string().min(1),
  body: z.string().nullish(),
  performed_via_github_app: z.object({ id: z.int() }).nullish(),
});

/**
 * True where this app wrote it and it contains the marker. Anybody can write the marker; which app a post was made
 * through only GitHub says.
 */
export function isOwnPost(post: z.infer<typeof PostFields>, appId: number, marker: string): boolean {
  return post.performed_via_github_app?.id === appId && post.body?.includes(marker) === true;
}
