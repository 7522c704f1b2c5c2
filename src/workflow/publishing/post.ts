/**
 * One post for each key (the comment of a thread, the dashboard of a repository), edited in place or, where somebody
 * asked, put up anew with the old one folded. Idempotent as check runs are: a row before each create, a marker in the
 * body by which a post is found again, a digest that decides whether anything is sent.
 */
import { ShowworkError } from '../../errors.ts';
import type { Repository } from '../../jobs.ts';
import type { Post, Posted } from '../../ports.ts';
import type { Tools } from '../tools.ts';
import { LOOK_AGAIN_MS, whenToLookAgain } from './under-way.ts';

/** Where posts of one kind live at GitHub, and what this one is to say. */
export interface Surface {
  create(marker: string): Promise<Posted>;
  update(posted: Posted, marker: string): Promise<void>;
  find(marker: string): Promise<Posted | null>;
  /** What stands in the way of the newer one is folded. */
  fold(posted: Posted): Promise<void>;
}

export interface PostDraft {
  readonly key: string;
  /** Names what is said: equal digests are not worth an edit. */
  readonly digest: string;
  /** Of a post that is put up now; one that stands keeps its own. */
  readonly marker: string;
  readonly surface: Surface;
}

/** Puts the post up, or edits it where it says something else by now. Answers null when done, else when to come back. */
export async function postQuietly(
  tools: Tools,
  repository: Repository,
  draft: PostDraft,
): Promise<Date | null> {
  const { posts, limiter, clock } = tools;
  const standing = await posts.find(repository.repositoryId, draft.key);
  if (standing?.posted != null && standing.digest === draft.digest) return null;
  const underWay = standing && whenFree(standing, +clock.now());
  if (underWay !== null) return underWay;
  const slot = await limiter.take(repository.installationId);
  if (slot !== null) return slot;

  if (standing?.posted != null) return edit(tools, standing, standing.posted, draft);
  const mine =
    standing === null ? await intend(tools, repository, draft) : await posts.claim(standing, standing.marker);
  if (mine === null) return new Date(+clock.now() + LOOK_AGAIN_MS);
  const found = standing === null ? null : await draft.surface.find(mine.marker);
  if (found !== null) return edit(tools, mine, found, draft);
  await create(tools, mine, draft);
  return null;
}

/**
 * Puts the post up anew, under the draft's marker: the same one is put up once, however often it is tried. What stood
 * before is folded then. Answers null when done, else when to come back.
 */
export async function postAfresh(
  tools: Tools,
  repository: Repository,
  draft: PostDraft,
): Promise<Date | null> {
  const { posts, limiter, clock } = tools;
  const standing = await posts.find(repository.repositoryId, draft.key);
  if (standing?.marker === draft.marker && standing.posted !== null) {
    return foldReplaced(tools, repository, standing, draft);
  }
  const tried = standing?.marker === draft.marker;
  const underWay = standing !== null && !tried ? whenFree(standing, +clock.now()) : null;
  if (underWay !== null) return underWay;
  const slot = await limiter.take(repository.installationId);
  if (slot !== null) return slot;

  const mine =
    standing === null ? await intend(tools, repository, draft) : await posts.claim(standing, draft.marker);
  if (mine === null) return new Date(+clock.now() + LOOK_AGAIN_MS);
  const found = tried ? await draft.surface.find(draft.marker) : null;
  const posted = found ?? (await draft.surface.create(draft.marker));
  const recorded = { ...mine, posted, digest: draft.digest };
  await posts.record(recorded);
  return foldReplaced(tools, repository, recorded, draft);
}

async function intend({ posts }: Tools, repository: Repository, draft: PostDraft): Promise<Post | null> {
  const { post, created } = await posts.intend(repository, draft.key, draft.marker);
  return created ? post : null;
}

async function create({ posts }: Tools, intent: Post, { surface, digest }: PostDraft): Promise<void> {
  const posted = await surface.create(intent.marker);
  await posts.record({ ...intent, posted, digest });
}

/** Somebody who deleted the post does not want it: it is put up again only when somebody asks. */
async function edit({ posts }: Tools, standing: Post, posted: Posted, draft: PostDraft): Promise<null> {
  try {
    await draft.surface.update(posted, standing.marker);
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || thrown.code !== 'GITHUB_GONE') throw thrown;
  }
  await posts.record({ ...standing, posted, digest: draft.digest });
  return null;
}

async function foldReplaced(
  { posts, limiter }: Tools,
  repository: Repository,
  standing: Post,
  { surface }: PostDraft,
): Promise<Date | null> {
  if (standing.replaces === null) return null;
  const slot = await limiter.take(repository.installationId);
  if (slot !== null) return slot;
  await surface.fold(standing.replaces);
  await posts.record({ ...standing, replaces: null });
  return null;
}

function whenFree({ posted, intendedAt }: Post, now: number): Date | null {
  return whenToLookAgain({ answered: posted !== null, intendedAt }, now);
}
