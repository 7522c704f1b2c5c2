import { type ErrorCode, ShowworkError } from '../errors.ts';

/**
 * How long after its webhook a commit may be unknown to some of GitHub's servers. They catch up within seconds, those of
 * a fork last (home-assistant/service-hub#394, rust-lang/highfive#190).
 */
export const SPREADING_MS = 60_000;

/** What GitHub answers about a commit that it does not know: 404 to a reader, 422 to who puts a check run on it. */
const UNKNOWN_COMMIT: readonly ErrorCode[] = ['GITHUB_GONE', 'GITHUB_REJECTED'];

/** The error to fail with: worth another attempt where the commit may only be too new. `announcedAt`: by the webhook. */
export function unlessTooNew(thrown: unknown, announcedAt: Date, now: Date): unknown {
  if (!(thrown instanceof ShowworkError) || !UNKNOWN_COMMIT.includes(thrown.code)) return thrown;
  if (+now - +announcedAt > SPREADING_MS) return thrown;
  const detail = `the commit may not be known to all of GitHub yet (${thrown.message})`;
  return new ShowworkError('GITHUB_UNAVAILABLE', detail, { cause: thrown });
}
