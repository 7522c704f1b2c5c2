import type {
  Clock,
  FailedDeliveries,
  GitHubApp,
  GitHubRepositories,
  HeadBook,
  Logger,
  OpenIntents,
  Pruning,
  Store,
  WriteLimiter,
} from '../ports.ts';

/** What the sweeps work with. */
export interface SweepTools {
  readonly app: GitHubApp;
  readonly github: Pick<GitHubRepositories, 'readHead' | 'listOpenPullRequests'>;
  readonly store: Pick<Store, 'accept'>;
  readonly failedDeliveries: FailedDeliveries;
  readonly heads: HeadBook;
  readonly intents: OpenIntents;
  readonly pruning: Pruning;
  readonly limiter: Pick<WriteLimiter, 'pausedUntil' | 'pause'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A loop that looks for what was lost, is stuck or is over. */
export interface Sweep {
  readonly name: string;
  /** From the end of one round to the start of the next, give or take. */
  readonly everyMs: number;
  /**
   * One round; answers how many things it acted on. It can be repeated and cut short at any place: `signal` asks for that
   * when the process stops.
   */
  run(tools: SweepTools, signal: AbortSignal): Promise<number>;
}
