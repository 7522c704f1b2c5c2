import { ShowworkError } from '../../errors.ts';
import type { Repository } from '../../jobs.ts';
import type { Post, Posted } from '../../ports.ts';
import type { Tools } from '../tools.ts';
import { intend, type PostDraft, putUp, whenFree } from './post.ts';
import { LOOK_AGAIN_MS } from './under-way.ts';

/**
 * Puts the post up anew under the draft's marker, once, however often it is tried, and folds what stood before.
 * `resumed`: an earlier attempt may have put it up, so that it is looked for. Answers null when done, else when to come
 * back.
 */
export async function postAfresh(
  tools: Tools,
  repository: Repository,
  draft: PostDraft,
  { resumed }: { readonly resumed: boolean },
): Promise<Date | null> {
  const { posts, limiter, clock } = tools;
  const standing = await posts.find(repository.repositoryId, draft.key);
  const isOurs = standing?.marker === draft.marker;
  if (isOurs && standing.posted !== null) return foldReplaced(tools, repository, standing, draft);
  const underWay = standing && whenFree(standing, clock.now());
  if (underWay !== null) return underWay;
  const found = isOurs || resumed ? await draft.surface.find(draft.marker) : null;
  // It was put up, and a newer one has taken its place since.
  if (found !== null && !isOurs) return null;

  const before = standing === null || isOurs ? standing : await settle(tools, repository, standing, draft);
  if (before instanceof Date) return before;
  const slot = found === null ? await limiter.take(repository.installationId) : null;
  if (slot !== null) return slot;
  const mine =
    before === null ? await intend(tools, repository, draft) : await posts.claim(before, draft.marker);
  if (mine === null) return new Date(+clock.now() + LOOK_AGAIN_MS);
  const ours =
    found === null ? await putUp(tools, mine, draft) : await adopt(tools, mine, found, draft.digest);
  return foldReplaced(tools, repository, ours, draft);
}

/** Of a post that is found again and whose words are not known; the next one takes its place at once. */
const UNKNOWN_DIGEST = 'unknown';

/**
 * What stood before, with nothing left open: it is looked for where its own job was interrupted, and what it took the place
 * of is folded, because a row remembers one to be folded and no more.
 */
async function settle(
  tools: Tools,
  repository: Repository,
  standing: Post,
  draft: PostDraft,
): Promise<Post | Date> {
  const found = standing.posted ?? (await draft.surface.find(standing.marker));
  if (found === null) return standing;
  const before = standing.posted === null ? await adopt(tools, standing, found, UNKNOWN_DIGEST) : standing;
  const later = await foldReplaced(tools, repository, before, draft);
  return later ?? { ...before, replaces: null };
}

async function adopt({ posts }: Tools, intent: Post, posted: Posted, digest: string): Promise<Post> {
  const adopted = { ...intent, posted, digest };
  await posts.record(adopted);
  return adopted;
}

async function foldReplaced(
  tools: Tools,
  repository: Repository,
  standing: Post,
  { surface }: PostDraft,
): Promise<Date | null> {
  const { posts, limiter, logger } = tools;
  if (standing.replaces === null) return null;
  const slot = await limiter.take(repository.installationId);
  if (slot !== null) return slot;
  try {
    await surface.fold(standing.replaces);
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || thrown.retryable) throw thrown;
    // The newer one stands, and says what counts.
    const { repositoryId } = repository;
    logger.warn({ repositoryId, code: thrown.code }, 'an earlier comment could not be folded');
  }
  await posts.record({ ...standing, replaces: null });
  return null;
}
