/** The migrations of the embedded size, in order. The name is what the database records: never rename one. */
import type { Migration } from 'kysely/migration';
import { up as store } from './0001-store.ts';
import { up as embeddedQueue } from './0002-embedded-queue.ts';
import { up as conversations } from './0003-conversations.ts';
import { up as embeddedQueueOrder } from './0004-embedded-queue-order.ts';
import { up as deadLetterRetries } from './0007-dead-letter-retries.ts';

export const EMBEDDED_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-store': { up: store },
  '0002-embedded-queue': { up: embeddedQueue },
  '0003-conversations': { up: conversations },
  '0004-embedded-queue-order': { up: embeddedQueueOrder },
  '0007-dead-letter-retries': { up: deadLetterRetries },
};
