import type { Repository } from '../../jobs.ts';
import type { Tools } from '../tools.ts';
import { edit, intend, type PostDraft, putUp, whenFree } from './post.ts';
import { LOOK_AGAIN_MS } from './under-way.ts';

/**
 * Puts the post up, or edits it where it says something else by now. `mayStand`: one may stand that is on no record, from
 * before this app was installed again, so that it is looked for. Answers null when done, else when to come back.
 */
export async function postQuietly(
  tools: Tools,
  repository: Repository,
  draft: PostDraft,
  { mayStand = false }: { readonly mayStand?: boolean } = {},
): Promise<Date | null> {
  const { posts, limiter, clock } = tools;
  const standing = await posts.find(repository.repositoryId, draft.key);
  if (standing?.posted != null && standing.digest === draft.digest) return null;
  const underWay = standing && whenFree(standing, clock.now());
  if (underWay !== null) return underWay;
  const slot = await limiter.take(repository.installationId);
  if (slot !== null) return slot;

  if (standing?.posted != null) {
    await edit(tools, standing, standing.posted, draft);
    return null;
  }
  const mine =
    standing === null ? await intend(tools, repository, draft) : await posts.claim(standing, standing.marker);
  if (mine === null) return new Date(+clock.now() + LOOK_AGAIN_MS);
  const found = standing !== null || mayStand ? await draft.surface.find(mine.marker) : null;
  if (found === null) await putUp(tools, mine, draft);
  else await edit(tools, mine, found, draft);
  return null;
}
