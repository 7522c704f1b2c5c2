import { z } from 'zod';
import { Sha, type Target } from '../jobs.ts';
import { Id, Moment, Name, RepositoryEvent, toRepository } from './payload.ts';
import { accepted, eventRow, ignored } from './translation.ts';

const Head = z.object({
  sha: Sha,
  ref: Name,
  /** Null where the fork is gone. */
  repo: z.object({ id: Id }).nullable(),
});

/**
 * Pull requests from forks come only this way: a push to a fork is an event of the fork. The check run is made on the
 * base repository with the head's commit.
 */
export const onPullRequest = eventRow({
  event: 'pull_request',
  actions: ['opened', 'reopened', 'synchronize', 'ready_for_review', 'edited'],
  sent: 'on-subscription',
  does: "review the pull request's head, if the repository's settings want that branch",
  except: ['`edited` without a new base branch: title and description are not reviewed'],
  payload: RepositoryEvent.extend({
    action: z.string(),
    changes: z.object({ base: z.unknown().optional() }).optional(),
    pull_request: z.object({ number: Id, updated_at: Moment, head: Head }),
  }),
  translate(event) {
    if (event.action === 'edited' && event.changes?.base === undefined) {
      return ignored('title or description was edited, the base branch was not');
    }
    const { number, head, updated_at } = event.pull_request;
    const isOwn = head.repo?.id === event.repository.id;
    const ref = { kind: 'pull-request', number, ...(isOwn && { branch: head.ref }) } as const;
    const target: Target = { repository: toRepository(event), ref };
    return accepted({ hints: [{ target, head: head.sha, observedAt: updated_at }] });
  },
});
