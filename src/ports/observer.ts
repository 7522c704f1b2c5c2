/** What is counted for whoever operates the app: names and numbers, never an id, a path or what a stranger wrote. */
import type { ErrorCode } from '../errors.ts';
import type { Verdict } from '../review/report.ts';

/** What GitHub said of a request budget with an answer (docs: rest/using-the-rest-api/rate-limits-for-the-rest-api). */
export interface RequestBudget {
  /** The pool that the request counted in, such as `core` or `graphql`. */
  readonly resource: string;
  /** Requests left until `resetsAt`. */
  readonly remaining: number;
  readonly resetsAt: Date;
}

/** One request to GitHub and what became of it. */
export interface GitHubRequest {
  /** GitHub's own name of the operation, such as `checks/create`. */
  readonly operation: string;
  readonly outcome: 'ok' | ErrorCode;
  /** Null where GitHub said nothing of it, or nothing at all. */
  readonly budget: RequestBudget | null;
}

/** `primary` and `secondary` are GitHub's rate limits, `own-writes` is the limiter that keeps us from hitting them. */
export type LimitHit = 'primary' | 'secondary' | 'own-writes';

export interface Observer {
  /** A signed webhook, and what became of it. */
  delivered(event: string, result: 'accepted' | 'duplicate' | 'ignored'): void;
  /** A request to the webhook's address that was not taken in; `error` is the name of the refusal. */
  refused(error: string): void;
  /** One README was judged anew, in `seconds`; results that were reused are not counted. */
  reviewed(seconds: number, verdicts: readonly JudgedCriterion[]): void;
  /** A worker thread was ended at its time limit, or it threw or died. */
  threadFailed(why: 'timed-out' | 'crashed'): void;
  askedGitHub(request: GitHubRequest): void;
  limited(limit: LimitHit): void;
  /** A round of a sweep is over. */
  swept(sweep: string, round: SweepRound): void;
}

export interface JudgedCriterion {
  readonly id: string;
  readonly verdict: Verdict;
}

export interface SweepRound {
  readonly result: 'done' | 'failed';
  /** How many things it acted on. */
  readonly found: number;
}

/** Where nobody looks: the CLI, and tests of something else. */
export const UNOBSERVED: Observer = {
  delivered() {},
  refused() {},
  reviewed() {},
  threadFailed() {},
  askedGitHub() {},
  limited() {},
  swept() {},
};
