/** Something in every table, so that what is said of all of them is said of rows. */
import { ShowworkError } from '../../src/errors.ts';
import type { Repository } from '../../src/jobs.ts';
import type { OpenStore } from '../../src/store/open-store.ts';
import {
  added,
  comment,
  delivery,
  forget,
  hint,
  introduce,
  reReview,
  SNAPSHOT,
  sha,
} from '../contracts/examples.ts';
import type { ManualTime } from '../contracts/manual-time.ts';
import { FULL_REPORT } from '../contracts/report-cache.contract.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';

type Filled = OpenStore & { readonly time: ManualTime };

/** Rows about these repositories in every table but that of the tombstones; all jobs wait, but for a dead letter each. */
export async function fillStore(open: Filled, repositories: readonly Repository[]): Promise<void> {
  for (const one of repositories) await fill(open, one);
  await open.leases.tryHold('sweep', 60_000);
  const failedAt = open.time.now();
  await open.failedDeliveries.finishLook(new Set(), failedAt);
  await open.failedDeliveries.noteFailed([{ guid: 'failed-delivery', attemptId: 1, failedAt }]);
  await makeDeadLetters(open);
}

/** Puts something about the repository into every table but that of the tombstones. */
async function fill(open: Filled, of: Repository): Promise<void> {
  const { installationId, repositoryId } = of;
  const observedAt = 1 + Math.floor(open.time.now().getTime() / 1000);
  // Removed and added again, and the removal was not carried out yet.
  await open.store.accept(delivery({ instructions: [forget(of)] }));
  await open.store.accept(
    delivery({
      added: added(of),
      suspension: { installationId, suspended: false, observedAt },
      hints: [
        hint({ repository: of, ref: { kind: 'branch', branch: 'dead' }, observedAt }),
        hint({ repository: of, observedAt }),
        hint({ repository: of, ref: { kind: 'pull-request', number: 3 }, observedAt }),
      ],
      instructions: [reReview(sha(1), of), introduce(of), comment(repositoryId, of)],
    }),
  );
  const { publication } = await open.publications.intend(of, sha(1), SNAPSHOT);
  await open.publications.record({ ...publication, checkRunId: 5, digest: 'd' });
  await open.reports.save(repositoryId, 'inputs', [FULL_REPORT]);
  await open.limiter.take(installationId);
  await open.posts.intend(of, 'dashboard', 'marker');
  await open.words.say(repositoryId, {
    word: { kind: 'as', projectType: 'other' },
    pullRequest: null,
    by: of.owner,
    commentId: 1,
  });
  const settings = { current: null, lastGood: null, outOfReach: false, lookedAt: open.time.now() };
  await open.settings.save(of, settings);
  await open.settings.saveOwner(installationId, settings);
  const command = { repository: of, issueNumber: 3, commentId: 1 };
  await open.commands.take(command);
  await open.commands.mayDecline({ ...command, author: 'mallory' });
}

/** Gives up the jobs of branch `dead`, and leaves all others waiting. */
async function makeDeadLetters(open: Filled): Promise<void> {
  open.queue.work(
    createScriptedWorker(key => {
      if (key.endsWith('/branch/dead')) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
      return new Date(open.time.now().getTime() + 1_000);
    }),
  );
  await open.queue.idle();
}
