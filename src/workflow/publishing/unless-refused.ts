import { type ErrorCode, ShowworkError } from '../../errors.ts';
import type { Repository } from '../../jobs.ts';
import type { Tools } from '../tools.ts';

/**
 * GitHub takes no words here: the conversation is locked ("Unable to create comment because issue is locked", 403), or the
 * repository has no issues ("Issues has been disabled in this repository", 410), as most forks.
 */
const REFUSED: readonly ErrorCode[] = ['GITHUB_FORBIDDEN', 'GITHUB_GONE'];

/** Says something, unless GitHub takes no words here: the check run says it, too, and is no failure for that. */
export async function unlessRefused(
  { logger }: Tools,
  { repositoryId }: Repository,
  saying: Promise<Date | null>,
): Promise<Date | null> {
  try {
    return await saying;
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || !REFUSED.includes(thrown.code)) throw thrown;
    logger.warn({ repositoryId, code: thrown.code }, 'GitHub takes no words in this conversation');
    return null;
  }
}
