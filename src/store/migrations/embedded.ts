/** The migrations of the embedded size, in order. The name is what the database records: never rename one. */
import type { Migration } from 'kysely/migration';
import * as store from './0001-store.ts';
import * as embeddedQueue from './0002-embedded-queue.ts';

export const EMBEDDED_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-store': store,
  '0002-embedded-queue': embeddedQueue,
};
