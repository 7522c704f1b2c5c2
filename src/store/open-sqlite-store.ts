/** The embedded size: store and queue in one SQLite file, for one server process. */
import { systemAlarm } from './alarm.ts';
import { clockTime, createLeases } from './leases.ts';
import { nameProcess, type OpenStore, openStoreOn, type StoreOptions } from './open-store.ts';
import { nobodyElse } from './queue/peers.ts';
import { logReleased } from './queue/queue-log.ts';
import { releaseInterrupted } from './queue/release-jobs.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { watchOtherWriters } from './sqlite/watch-other-writers.ts';

export interface SqliteStoreOptions extends StoreOptions {
  /** The database file, made with its folders where missing, readable by its owner only; or `:memory:`. */
  readonly path: string;
}

/**
 * Opens the store. Jobs that a killed process left running are ready at once. Fails with STORE_UNAVAILABLE, and says
 * what to do, where another server uses the file, a newer version wrote it, or it cannot be opened.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<OpenStore> {
  const { path, clock, logger } = options;
  const { db, close } = await openDatabase(path);
  const holder = nameProcess();
  const time = clockTime(clock);
  try {
    // This process alone works on the database: whoever else held something is gone.
    await db.deleteFrom('leases').execute();
    logReleased(logger, await releaseInterrupted(db, holder, clock.now().getTime(), time()));
  } catch (error) {
    await close();
    throw error;
  }
  const leases = createLeases(db, holder, time);
  const { setAlarm = systemAlarm(clock) } = options;
  const watchOthers = (wake: () => void) => watchOtherWriters({ db, clock, setAlarm }, wake);
  return openStoreOn(
    { db, leases, peers: nobodyElse(holder), watchOthers, closeDatabase: close },
    { ...options, setAlarm },
  );
}
