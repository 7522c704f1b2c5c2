import type { Permissions } from './state/records.ts';

/** One request the simulator got, in the order of arrival. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /**
   * GitHub's operation id, such as `git/get-tree`; of GraphQL its first root field, such as `graphql/minimize-comment`;
   * null where GitHub has no such path.
   */
  readonly operationId: string | null;
  readonly body: unknown;
  /** What the installation token was narrowed to; null for the app's JWT and for strangers. */
  readonly token: {
    readonly repositoryIds: readonly number[] | null;
    readonly permissions: Permissions;
  } | null;
  /** Null where the connection was closed without an answer. */
  readonly status: number | null;
}

/** A request as whoever watches them sees it. */
export interface SeenRequest extends LoggedRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** Whose token it came with; null as `token`. */
  readonly installationId: number | null;
  /** The body of the answer; null where there was none. */
  readonly answer: object | null;
  /** Places among all arrivals and answers: one that was answered before another arrived has the smaller number. */
  readonly arrived: number;
  readonly answered: number;
  readonly arrivedAt: Date;
}

/** A request that GitHub's description does not allow, an answer of ours that it does not promise, or a bug of ours. */
export interface Violation {
  readonly kind: 'unknown-path' | 'not-simulated' | 'invalid-request' | 'invalid-answer' | 'simulator-error';
  readonly method: string;
  readonly path: string;
  readonly problems: readonly string[];
}
