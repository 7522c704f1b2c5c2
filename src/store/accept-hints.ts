/** Hints that arrived together: each kind of row is written in one statement, so that a hundred cost little more than one. */
import { ShowworkError } from '../errors.ts';
import type { Hint } from '../jobs.ts';
import { type JobSink, targetJob } from './job-sink.ts';
import { raiseTargets } from './raise-targets.ts';
import { rememberRepositories } from './repositories.ts';
import { endOlderSuspensions } from './suspension.ts';
import type { Tx } from './tables.ts';
import { isAnyRemoved } from './tombstones.ts';
import { isGoneSince } from './welcome-back.ts';

/**
 * Raises their targets and enqueues their jobs, as if they were written one after the other. What is about a removed
 * installation or repository is left out. `now`: milliseconds since 1970.
 */
export async function acceptHints(tx: Tx, jobs: JobSink, hints: readonly Hint[], now: number): Promise<void> {
  if (hints.length === 0) return;
  for (const { observedAt } of hints) requireTime(observedAt);
  if (
    !(await isAnyRemoved(
      tx,
      hints.map(({ target }) => target.repository),
    ))
  ) {
    await writeHints(tx, jobs, hints, now);
    return;
  }
  // A hint may end a removal, and what is deleted then depends on the hints before it: each has its turn.
  for (const hint of hints) {
    const isGone = await isGoneSince(tx, jobs, hint.target.repository, hint.observedAt, now);
    if (!isGone) await writeHints(tx, jobs, [hint], now);
  }
}

async function writeHints(tx: Tx, jobs: JobSink, hints: readonly Hint[], now: number): Promise<void> {
  await endOlderSuspensions(tx, jobs, hints);
  const installations = await rememberRepositories(
    tx,
    jobs,
    hints.map(({ target, observedAt }) => ({ repository: target.repository, observedAt })),
  );
  await raiseTargets(tx, hints, now);
  await jobs.enqueue(
    tx,
    hints.map(hint => {
      const { repositoryId, installationId } = hint.target.repository;
      return targetJob(hint, installations.get(repositoryId) ?? installationId);
    }),
  );
}

/** The database would refuse it by itself; among others that are newer it would only be passed over. */
function requireTime(observedAt: number): void {
  if (Number.isSafeInteger(observedAt)) return;
  throw new ShowworkError('INTERNAL', `a hint was observed at ${observedAt}`);
}
