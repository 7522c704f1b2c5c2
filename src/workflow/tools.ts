import type {
  Clock,
  GitHub,
  Logger,
  Publications,
  ReportCache,
  Reviewer,
  Store,
  WriteLimiter,
} from '../ports.ts';
import type { BlobCache } from './blob-cache.ts';
import type { CommitTurns } from './commit-turns.ts';

/** Everything the workflow works with. */
export interface WorkerOptions {
  readonly github: GitHub;
  readonly store: Store;
  readonly publications: Publications;
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
  readonly inTurn: CommitTurns;
}
