/**
 * One post for each key: the comment of a thread, the dashboard of a repository. Idempotent as check runs are: a row
 * before each create, a marker in the body by which a post is found again, a digest that decides whether anything is sent.
 * `post-quietly.ts` edits it in place, `post-afresh.ts` puts it up anew; this is what both stand on.
 */
import { ShowworkError } from '../../errors.ts';
import type { Repository } from '../../jobs.ts';
import type { Post, Posted } from '../../ports.ts';
import type { Tools } from '../tools.ts';
import { whenToLookAgain } from './under-way.ts';

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

/** The row of a post that never stood; null where another job was faster. */
export async function intend(
  { posts }: Tools,
  repository: Repository,
  draft: PostDraft,
): Promise<Post | null> {
  const { post, created } = await posts.intend(repository, draft.key, draft.marker);
  return created ? post : null;
}

/** Puts the post up under the intent's marker, and records that. Answers the row as it stands then. */
export async function putUp({ posts }: Tools, intent: Post, { surface, digest }: PostDraft): Promise<Post> {
  const posted = await surface.create(intent.marker);
  const standing = { ...intent, posted, digest };
  await posts.record(standing);
  return standing;
}

/** Somebody who deleted the post does not want it: it is put up again only when somebody asks. */
export async function edit(
  { posts }: Tools,
  standing: Post,
  posted: Posted,
  { surface, digest }: PostDraft,
): Promise<Post> {
  try {
    await surface.update(posted, standing.marker);
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || thrown.code !== 'GITHUB_GONE') throw thrown;
  }
  const edited = { ...standing, posted, digest };
  await posts.record(edited);
  return edited;
}

/** When to look again at a post that another job may be putting up; null where none can be. */
export function whenFree({ posted, intendedAt }: Post, now: Date): Date | null {
  return whenToLookAgain({ answered: posted !== null, intendedAt }, +now);
}
