/** The `Store` port over any Kysely database and any queue. */

import { asShowworkError } from '../errors.ts';
import type { Clock, Delivery, Logger, Store } from '../ports.ts';
import { acceptDeliveries } from './accept-deliveries.ts';
import { forget } from './forget.ts';
import { groupCommit } from './group-commit.ts';
import { finishInstruction, readInstruction } from './instructions.ts';
import type { JobSink } from './job-sink.ts';
import type { Database } from './tables.ts';
import { finishTarget, noteReviewed, readTarget } from './targets.ts';
import { transact } from './transact.ts';

export interface StoreParts {
  readonly db: Database;
  readonly jobs: JobSink;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The store, and `drained`, which resolves when no delivery waits to be written. */
export function createStore({ db, jobs, clock, logger }: StoreParts): {
  readonly store: Store;
  readonly drained: () => Promise<void>;
} {
  const now = () => clock.now().getTime();

  const deliveries = groupCommit(async (group: readonly Delivery[]) => {
    const results = await transact(db, tx => acceptDeliveries(tx, jobs, group, now()));
    logger.debug({ deliveries: group.map(delivery => delivery.id) }, 'deliveries committed');
    jobs.wake();
    return results;
  }, isAboutOne);

  const store: Store = {
    accept: delivery => deliveries.submit(delivery),
    readTarget: key => readTarget(db, key),
    finishTarget: (key, generation, reviewed) => finishTarget(db, key, generation, reviewed),
    noteReviewed: (target, reviewed) => noteReviewed(db, target, reviewed, now()),
    readInstruction: id => readInstruction(db, id),
    finishInstruction: (id, result) => finishInstruction(db, id, result, now()),
    forget: (installationId, repositoryIds) => forget(db, jobs, installationId, repositoryIds, now()),
  };
  return { store, drained: deliveries.drained };
}

/** A database that does not answer is no delivery's fault: writing each alone would only take longer to say so. */
function isAboutOne(error: unknown): boolean {
  return asShowworkError(error).code !== 'STORE_UNAVAILABLE';
}
