/**
 * The migrations of both sizes, in order. The name is what the database records: never rename one.
 *
 * From the eighth on a name ends with the number of the oldest version that may work on a database that has it, as in
 * `0008-check-names@0007`. An older process reads that when it starts, so it may crash and come back while the others are
 * replaced, or be put back in their place. A migration that only adds, with columns that may be null and tables whose rows
 * go with their repository, names the number before its own; one that takes something away, or comes with rows that older
 * ones misread, names its own, and is released when no older version runs any more.
 * test/store/migrations.test.ts holds each to what its name says.
 */
import type { Migration } from 'kysely/migration';
import { up as store } from './0001-store.ts';
import { up as embeddedQueue } from './0002-embedded-queue.ts';
import { up as conversations } from './0003-conversations.ts';
import { up as embeddedQueueOrder } from './0004-embedded-queue-order.ts';
import { up as processes } from './0005-processes.ts';
import { up as sweeps } from './0006-sweeps.ts';
import { up as deadLetterRetries } from './0007-dead-letter-retries.ts';
import { up as storms } from './0008-storms.ts';
import { up as runningJobs } from './0009-running-jobs.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-store': { up: store },
  '0002-embedded-queue': { up: embeddedQueue },
  '0003-conversations': { up: conversations },
  '0004-embedded-queue-order': { up: embeddedQueueOrder },
  '0005-processes': { up: processes },
  '0006-sweeps': { up: sweeps },
  '0007-dead-letter-retries': { up: deadLetterRetries },
  '0008-storms@0007': { up: storms },
  '0009-running-jobs@0007': { up: runningJobs },
};
