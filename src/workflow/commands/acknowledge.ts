import { ShowworkError } from '../../errors.ts';
import type { CommentInstruction } from '../../jobs.ts';
import type { Reaction } from '../../ports.ts';
import type { Tools } from '../tools.ts';

/**
 * Reacts to a comment, without waiting for a write slot: later it would say nothing. A courtesy: where it fails (the
 * comment was deleted, the conversation is locked) the work goes on without it. Answers whether the reaction is surely
 * new, so that nobody tried before.
 * @throws ShowworkError `GITHUB_RATE_LIMITED` only, so that the installation is left alone.
 */
export async function acknowledge(
  { github, logger }: Tools,
  comment: CommentInstruction,
  reaction: Reaction,
): Promise<boolean> {
  const { repository, commentId } = comment;
  try {
    return await github.react(repository, comment, reaction);
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || thrown.code === 'GITHUB_RATE_LIMITED') throw thrown;
    const { repositoryId } = repository;
    logger.warn({ repositoryId, commentId, reaction, code: thrown.code }, 'reaction could not be left');
    return false;
  }
}
