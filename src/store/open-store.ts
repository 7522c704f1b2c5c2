/** What both sizes of the store have in common: the ports over one database. */
import { randomUUID } from 'node:crypto';
import type {
  AuthorWords,
  Clock,
  CommandLimiter,
  DeadLetters,
  FailedDeliveries,
  HeadBook,
  Leases,
  Logger,
  OpenIntents,
  OwnerData,
  Posts,
  Pruning,
  Publications,
  Queue,
  QueueStats,
  ReportCache,
  SettingsMemory,
  Store,
  WriteLimiter,
  WriteProbe,
} from '../ports.ts';
import { type SetAlarm, systemAlarm } from './alarm.ts';
import { createAuthorWords } from './author-words.ts';
import { createCommandLimiter } from './command-limiter.ts';
import { createDeadLetters } from './dead-letters.ts';
import { createOwnerData } from './owner-data.ts';
import { createPosts } from './posts.ts';
import { createPublications } from './publications.ts';
import type { Peers } from './queue/peers.ts';
import { createQueue, DEFAULT_LIMITS, type QueueLimits } from './queue/queue.ts';
import { createQueueStats } from './queue/queue-stats.ts';
import { createReportCache } from './report-cache.ts';
import { createSettingsMemory } from './settings-memory.ts';
import { createStore } from './store.ts';
import { createFailedDeliveries } from './sweeps/failed-deliveries.ts';
import { createHeadBook } from './sweeps/head-book.ts';
import { createOpenIntents } from './sweeps/open-intents.ts';
import { createPruning } from './sweeps/pruning.ts';
import type { Database } from './tables.ts';
import { createWriteLimiter } from './write-limiter.ts';
import { createWriteProbe } from './write-probe.ts';

export interface StoreOptions {
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
  readonly leases: Leases;
  readonly deadLetters: DeadLetters;
  readonly ownerData: OwnerData;
  readonly queue: Queue;
  readonly stats: QueueStats;
  readonly probe: WriteProbe;
  readonly failedDeliveries: FailedDeliveries;
  readonly heads: HeadBook;
  readonly intents: OpenIntents;
  readonly pruning: Pruning;
  /** Writes what was handed in, stops the queue where it still works, and gives up the database. */
  close(): Promise<void>;
}

export interface StoreOn {
  readonly db: Database;
  readonly leases: Leases;
  readonly peers: Peers;
  /** Wakes the queue when somebody beside this process has written to the database; answers how to stop. */
  readonly watchOthers?: (wake: () => void) => () => void;
  /** Gives up the database. */
  readonly closeDatabase: () => Promise<void>;
}

/** The name of this process among those on one database: no other is called so, not even its successor. */
export function nameProcess(): string {
  return randomUUID();
}

export function openStoreOn(database: StoreOn, options: StoreOptions): OpenStore {
  const { db, leases, peers, watchOthers, closeDatabase } = database;
  const { clock, logger, setAlarm = systemAlarm(clock) } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { queue, jobs } = createQueue({ db, clock, logger, setAlarm, limits, peers });
  const { store, drained } = createStore({ db, jobs, clock, logger });
  const stopWatching = watchOthers?.(jobs.wake);
  let closed: Promise<void> | null = null;
  const close = async () => {
    stopWatching?.();
    try {
      await drained();
      await queue.stop(clock.now());
    } finally {
      await closeDatabase();
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
    leases,
    deadLetters: createDeadLetters(db, jobs, clock),
    ownerData: createOwnerData(db),
    queue,
    stats: createQueueStats(db, clock),
    probe: createWriteProbe(db, clock),
    failedDeliveries: createFailedDeliveries(db, clock),
    heads: createHeadBook(db, clock),
    intents: createOpenIntents(db),
    pruning: createPruning(db),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
