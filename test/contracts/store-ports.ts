import type {
  AuthorWords,
  CommandLimiter,
  DeadLetters,
  FailedDeliveries,
  HeadBook,
  Leases,
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
} from '../../src/ports.ts';
import type { QueueLimits } from '../../src/store/queue/queue.ts';

/** What the contract suites need of an implementation: the ports on a fresh database, and power over its clock. */
export interface StorePorts {
  readonly store: Store;
  readonly publications: Publications;
  readonly posts: Posts;
  readonly words: AuthorWords;
  readonly settings: SettingsMemory;
  readonly commands: CommandLimiter;
  readonly reports: ReportCache;
  readonly limiter: WriteLimiter;
  readonly deadLetters: DeadLetters;
  readonly leases: Leases;
  readonly ownerData: OwnerData;
  readonly queue: Queue;
  readonly stats: QueueStats;
  readonly probe: WriteProbe;
  readonly failedDeliveries: FailedDeliveries;
  readonly heads: HeadBook;
  readonly intents: OpenIntents;
  readonly pruning: Pruning;
  now(): Date;
  advance(milliseconds: number): void;
  /** Ends this process's use of the database and begins another's. */
  reopen(): Promise<StorePorts>;
}

/** Opens a fresh, empty database; the caller of the suite cleans up after each test. */
export type OpenPorts = (limits?: Partial<QueueLimits>) => Promise<StorePorts>;
