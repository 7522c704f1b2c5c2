import { z } from 'zod';
import { Sha, type Target } from '../jobs.ts';
import { Moment, Name, PayloadRepository, RepositoryEvent, toRepository } from './payload.ts';
import { accepted, eventRow, ignored } from './translation.ts';

const BRANCH_PREFIX = 'refs/heads/';
/** What GitHub sends for a ref that does not exist on that side of the push. */
const NO_COMMIT = /^0+$/;

/**
 * A push says which commit a branch has now. Its `commits` list is cut at 2048 and says nothing about force pushes,
 * so whether the README changed is never asked here;
 * nor which branches are reviewed: that is for the repository's settings, which are read later.
 */
export const onPush = eventRow({
  event: 'push',
  actions: null,
  sent: 'on-subscription',
  does: "review the branch's head, if the repository's settings want that branch; merge queues are answered by the push to `gh-readonly-queue/**`",
  except: ['tags and other refs that are not branches', 'a deleted branch, or a push without a head commit'],
  payload: RepositoryEvent.extend({
    ref: Name,
    after: Sha,
    deleted: z.boolean(),
    repository: PayloadRepository.extend({ pushed_at: Moment }),
  }),
  translate(push) {
    if (push.ref.startsWith('refs/tags/')) return ignored('a tag was pushed; only branches are reviewed');
    if (!push.ref.startsWith(BRANCH_PREFIX)) return ignored('the pushed ref is not a branch');
    if (push.deleted) return ignored('the branch was deleted');
    if (NO_COMMIT.test(push.after)) return ignored('the push has no head commit');

    const branch = push.ref.slice(BRANCH_PREFIX.length);
    const target: Target = { repository: toRepository(push), ref: { kind: 'branch', branch } };
    return accepted({ hints: [{ target, head: push.after, observedAt: push.repository.pushed_at }] });
  },
});
