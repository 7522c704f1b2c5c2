import { ShowworkError } from '../../src/errors.ts';
import type { Repository } from '../../src/jobs.ts';
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
import { FULL_REPORT } from '../contracts/report-cache.contract.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import type { OpenAt } from './store-files.ts';

/** Puts something about the repository into every table but that of the tombstones. */
export async function fill(open: OpenAt, of: Repository): Promise<void> {
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
export async function makeDeadLetters(open: OpenAt): Promise<void> {
  open.queue.work(
    createScriptedWorker(key => {
      if (key.endsWith('/branch/dead')) throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
      return new Date(open.time.now().getTime() + 1_000);
    }),
  );
  await open.queue.idle();
}
