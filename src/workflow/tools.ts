import type {
  AuthorWords,
  Clock,
  CommandLimiter,
  GitHub,
  Logger,
  Posts,
  Publications,
  ReportCache,
  Reviewer,
  SettingsMemory,
  Store,
  WriteLimiter,
} from '../ports.ts';
import type { CommitTurns } from './publishing/commit-turns.ts';
import type { BlobCache } from './reading/blob-cache.ts';
import type { OwnerLooks } from './settings/owner-looks.ts';
import type { SettingsReadings } from './settings/settings-readings.ts';

/** Everything the workflow works with. */
export interface WorkerOptions {
  readonly github: GitHub;
  readonly store: Store;
  readonly publications: Publications;
  readonly posts: Posts;
  readonly words: AuthorWords;
  readonly settings: SettingsMemory;
  readonly commands: CommandLimiter;
  readonly reports: ReportCache;
  readonly limiter: WriteLimiter;
  readonly reviewer: Reviewer;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where people look at repositories, without a slash at the end, such as `https://github.com`. */
  readonly webUrl: string;
}

/** The options, and what the workflow keeps in memory between jobs. */
export interface Tools extends WorkerOptions {
  readonly blobs: BlobCache;
  readonly readings: SettingsReadings;
  readonly ownerLooks: OwnerLooks;
  readonly inTurn: CommitTurns;
}
