/** What the loops remember that look for what was lost, stuck or is over. */
import type { Repository } from '../jobs.ts';

/** An event that GitHub could not bring. */
export interface FailedDelivery {
  /** `X-GitHub-Delivery`. */
  readonly guid: string;
  /** The newest attempt to bring it. */
  readonly attemptId: number;
  readonly failedAt: Date;
}

/** Deliveries that have to be asked for again, each until it has arrived or is too old. */
export interface FailedDeliveries {
  /** Up to when the attempts are known; null before the first look. */
  lookedUpTo(): Promise<Date | null>;
  /** One transaction. What failed is to be tried at once, unless it is known and has a time. */
  noteFailed(failed: readonly FailedDelivery[]): Promise<void>;
  /** The look is over: what has arrived is forgotten, and the attempts are known up to then. One transaction. */
  finishLook(arrived: ReadonlySet<string>, upTo: Date): Promise<void>;
  /** Those whose time has come, the longest waiting first, with how often each was tried. */
  due(limit: number): Promise<readonly (FailedDelivery & { readonly tries: number })[]>;
  /** It was asked for again; the next time is `tryAt`. */
  tried(guid: string, tryAt: Date): Promise<void>;
}

/** What is known of one target's head. */
export interface KnownHead {
  readonly key: string;
  /** The newest head that a delivery named; null where deliveries disagree. */
  readonly head: string | null;
  readonly reviewedHead: string | null;
  /**
   * The code with which its last request was given up, where nobody is on it any more and nothing was shown on the head;
   * null otherwise.
   */
  readonly givenUpFor: string | null;
}

/** Repositories whose heads are compared with GitHub's now and then. */
export interface HeadBook {
  /** Those whose time has come, never compared ones first, then the longest waiting. */
  due(limit: number): Promise<readonly Repository[]>;
  known(repositoryId: number): Promise<readonly KnownHead[]>;
  /** The newest of the times at which anything was asked for in the repository; null where nothing was. */
  lastActive(repositoryId: number): Promise<Date | null>;
  /** It was looked at: these targets are there, the next look is at `nextAt`. */
  looked(repositoryId: number, presentKeys: readonly string[], nextAt: Date): Promise<void>;
}

/** A commit whose check run was begun and not recorded. */
export interface OpenIntent {
  readonly repository: Repository;
  readonly headSha: string;
  readonly intendedAt: Date;
}

export interface OpenIntents {
  /** Those that were begun from `from` on and before `before`, the oldest first. */
  list(from: Date, before: Date, limit: number): Promise<readonly OpenIntent[]>;
}

/** What is kept up to which time; everything older goes. */
export interface Cutoffs {
  readonly deliveries: Date;
  readonly finishedInstructions: Date;
  readonly unfinishedInstructions: Date;
  readonly deadLetters: Date;
  /** Of branches and pull requests that were not asked for and not seen at GitHub since. */
  readonly targets: Date;
  /** Of commits that are no head of any target. */
  readonly publications: Date;
  readonly reports: Date;
  /** Of repositories in which nothing was asked for since. */
  readonly settings: Date;
  readonly tombstones: Date;
  readonly failedDeliveries: Date;
}

export interface Pruning {
  /** Deletes at most `limit` rows of each kind. Answers how many there were, and whether there may be more. */
  prune(cutoffs: Cutoffs, limit: number): Promise<{ readonly deleted: number; readonly more: boolean }>;
}
