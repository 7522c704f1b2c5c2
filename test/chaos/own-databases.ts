import { DatabaseSync } from 'node:sqlite';
import type { DiskState } from './orders.ts';

/** SQLite's own default (sqlite.org/pragma.html#pragma_max_page_count). */
const ROOM_FOR_ALL = 4_294_967_294;

export interface OwnDatabases {
  restrict(state: DiskState): void;
}

/** Keeps every SQLite database that this process opens from now on, so that it can be made full or read-only under it. */
export function watchDatabases(): OwnDatabases {
  const opened = new Set<DatabaseSync>();
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function watched(this: DatabaseSync, sql: string) {
    opened.add(this);
    return exec.call(this, sql);
  };
  return {
    restrict(state) {
      for (const database of opened) {
        if (!database.isOpen) continue;
        // One page is less than there is: SQLite takes what there is for the limit.
        exec.call(database, `pragma max_page_count = ${state === 'full' ? 1 : ROOM_FOR_ALL}`);
        exec.call(database, `pragma query_only = ${state === 'read-only' ? 'on' : 'off'}`);
      }
    },
  };
}
