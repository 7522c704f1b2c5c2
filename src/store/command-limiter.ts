/** The `CommandLimiter` port. */
import type { Repository } from '../jobs.ts';
import type { Clock, CommandLimiter } from '../ports.ts';
import { decline } from './command-declines.ts';
import { takeCommand } from './command-uses.ts';
import type { CommentPlace } from './conversation-tables.ts';
import { hold } from './hold.ts';
import { ensureRepository } from './repositories.ts';
import { both } from './subjects.ts';
import type { Database, Tx } from './tables.ts';
import { isRepositoryGone } from './tombstones.ts';
import { transact } from './transact.ts';

/**
 * Where the repository was removed nothing is kept: a command is allowed, for GitHub to refuse, and nobody is declined
 * with words.
 */
export function createCommandLimiter(db: Database, clock: Clock): CommandLimiter {
  /** One comment of a repository at a time. */
  const inTurn = <Answer>(repository: Repository, gone: Answer, answer: (tx: Tx) => Promise<Answer>) =>
    transact(db, async tx => {
      await hold(tx, both(repository));
      if (await isRepositoryGone(tx, repository.installationId, repository.repositoryId)) return gone;
      await ensureRepository(tx, repository);
      return answer(tx);
    });
  const now = () => clock.now().getTime();
  return {
    take: comment =>
      inTurn(comment.repository, { kind: 'allowed' }, tx => takeCommand(tx, place(comment), now())),
    mayDecline: comment =>
      inTurn(comment.repository, false, tx => decline(tx, place(comment), comment.author, now())),
  };
}

function place(comment: { repository: Repository; issueNumber: number; commentId: number }): CommentPlace {
  return {
    repository_id: comment.repository.repositoryId,
    issue_number: comment.issueNumber,
    comment_id: comment.commentId,
  };
}
