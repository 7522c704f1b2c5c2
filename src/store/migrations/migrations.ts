/**
 * The migrations of both sizes, in order. The name is what the database records: never rename one. A new one only adds,
 * so that processes of the version before go on working while the others are replaced.
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
  '0008-storms': { up: storms },
  '0009-running-jobs': { up: runningJobs },
};
