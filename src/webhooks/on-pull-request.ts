import { z } from 'zod';
import { Sha } from '../jobs.ts';
import { whyLeftAlone } from './left-alone.ts';
import { Id, Moment, RepositoryEvent, toRepository } from './payload.ts';
import { eventRow, hint, ignored } from './translation.ts';

/**
 * Pull requests from forks come only this way: a push to a fork is an event of the fork. The check run is made on the
 * base repository with the head's commit.
 */
export const onPullRequest = eventRow({
  event: 'pull_request',
  actions: ['opened', 'reopened', 'synchronize', 'ready_for_review', 'edited'],
  sent: 'on-subscription',
  does: "review the pull request's head",
  except: [
    '`edited` without a new base branch: title and description are not reviewed',
    'a head branch in the same repository that pushes leave alone too',
  ],
  payload: RepositoryEvent.extend({
    action: z.string(),
    changes: z.object({ base: z.unknown().optional() }).optional(),
    pull_request: z.object({
      number: Id,
      updated_at: Moment,
      head: z.object({
        sha: Sha,
        ref: z.string(),
        /** Null where the fork is gone. */
        repo: z.object({ id: Id }).nullable(),
      }),
    }),
  }),
  translate(event) {
    if (event.action === 'edited' && event.changes?.base === undefined) {
      return ignored('title or description was edited, the base branch was not');
    }
    const { number, head, updated_at } = event.pull_request;
    const sameRepository = head.repo?.id === event.repository.id;
    const reason = sameRepository ? whyLeftAlone(head.ref, event.repository.default_branch) : null;
    if (reason !== null) return ignored(reason);
    return hint({
      target: { repository: toRepository(event), ref: { kind: 'pull-request', number } },
      head: head.sha,
      observedAt: updated_at,
    });
  },
});
