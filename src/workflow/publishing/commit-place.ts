import type { Repository } from '../../jobs.ts';
import type { CommitPlace } from '../../render/place.ts';
import type { Tools } from '../tools.ts';

/** Where people look at a commit. */
export function commitPlace({ webUrl }: Tools, { owner, name }: Repository, headSha: string): CommitPlace {
  return { webUrl, owner, name, headSha };
}
