import type { Target } from '../jobs.ts';
import type { Tools } from './tools.ts';

/** For how long a head is taken to be the present one without asking GitHub. */
export const HEAD_FRESH_MS = 30_000;

export interface Head {
  readonly sha: string;
  /** When it was known to be the target's head. */
  readonly knownAt: Date;
}

/**
 * The target's head now: as given while that is fresh, else asked of GitHub. Null where the branch is gone or the pull
 * request closed.
 */
export async function presentHead(
  { github, clock }: Tools,
  { repository, ref }: Target,
  known: Head | null,
): Promise<Head | null> {
  const now = clock.now();
  if (known !== null && +now - +known.knownAt <= HEAD_FRESH_MS) return known;
  const sha = await github.readHead(repository, ref);
  return sha === null ? null : { sha, knownAt: now };
}
