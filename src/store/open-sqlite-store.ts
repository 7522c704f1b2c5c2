/** The embedded size: store and queue in one SQLite file, for one server process. */
import type {
  AuthorWords,
  Clock,
  CommandLimiter,
  DeadLetters,
  Logger,
  OwnerData,
  Posts,
  Publications,
  Queue,
  ReportCache,
  SettingsMemory,
  Store,
  WriteLimiter,
} from '../ports.ts';
import { type SetAlarm, systemAlarm } from './alarm.ts';
import { createAuthorWords } from './author-words.ts';
import { createCommandLimiter } from './command-limiter.ts';
import { createDeadLetters } from './dead-letters.ts';
import { createOwnerData } from './owner-data.ts';
import { createPosts } from './posts.ts';
import { createPublications } from './publications.ts';
import { createEmbeddedQueue, DEFAULT_LIMITS, type QueueLimits } from './queue/embedded-queue.ts';
import { logReleased } from './queue/queue-log.ts';
import { releaseInterrupted } from './queue/release-jobs.ts';
import { createReportCache } from './report-cache.ts';
import { createSettingsMemory } from './settings-memory.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { watchOtherWriters } from './sqlite/watch-other-writers.ts';
import { createStore } from './store.ts';
import { createWriteLimiter } from './write-limiter.ts';

export interface SqliteStoreOptions {
  /** The database file, made with its folders where missing, readable by its owner only; or `:memory:`. */
  readonly path: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly limits?: Partial<QueueLimits>;
  /** How the queue waits for a time of `clock`; timers of the system by default. */
  readonly setAlarm?: SetAlarm;
}

export interface OpenStore {
  readonly store: Store;
  readonly publications: Publications;
  readonly posts: Posts;
  readonly words: AuthorWords;
  readonly settings: SettingsMemory;
  readonly commands: CommandLimiter;
  readonly reports: ReportCache;
  readonly limiter: WriteLimiter;
  readonly deadLetters: DeadLetters;
  readonly ownerData: OwnerData;
  readonly queue: Queue;
  /** Writes what was handed in, stops the queue where it still works, closes the file and gives up its lock. */
  close(): Promise<void>;
}

/**
 * Opens the store. Jobs that a killed process left running are ready at once. Fails with STORE_UNAVAILABLE, and says
 * what to do, where another server uses the file, a newer version wrote it, or it cannot be opened.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<OpenStore> {
  const { path, clock, logger, limits, setAlarm = systemAlarm(clock) } = options;
  const database = await openDatabase(path);
  const { db } = database;
  try {
    logReleased(logger, await releaseInterrupted(db, clock.now().getTime()));
  } catch (error) {
    await database.close();
    throw error;
  }
  const { queue, jobs } = createEmbeddedQueue({
    db,
    clock,
    logger,
    setAlarm,
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
  const { store, drained } = createStore({ db, jobs, clock, logger });
  const stopWatching = watchOtherWriters({ db, clock, setAlarm }, jobs.wake);
  let closed: Promise<void> | null = null;
  const close = async () => {
    stopWatching();
    try {
      await drained();
      await queue.stop(clock.now());
    } finally {
      await database.close();
    }
  };
  return {
    store,
    publications: createPublications(db, clock),
    posts: createPosts(db, clock),
    words: createAuthorWords(db, clock),
    settings: createSettingsMemory(db),
    commands: createCommandLimiter(db, clock),
    reports: createReportCache(db, clock),
    limiter: createWriteLimiter(db, clock),
    deadLetters: createDeadLetters(db, jobs, clock),
    ownerData: createOwnerData(db),
    queue,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
