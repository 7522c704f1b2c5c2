/** What a run came to, as plain data: what GitHub shows, what it was asked, and what the store remembers. */

export interface History {
  /** Branches and open pull requests at the end. */
  readonly targets: readonly EndTarget[];
  /** Those that are neither a default branch nor a pull request's. */
  readonly branches: readonly BranchHeads[];
  /** Check runs of the app, oldest first. */
  readonly runs: readonly EndRun[];
  /** Comments of the app, oldest first. */
  readonly comments: readonly EndComment[];
  /** In the order of arrival. */
  readonly requests: readonly MadeRequest[];
  readonly deliveries: readonly {
    readonly id: string;
    readonly accepted: boolean;
    readonly stored: boolean;
  }[];
  readonly instructions: readonly EndInstruction[];
  readonly letters: readonly EndLetter[];
  readonly jobs: readonly EndJob[];
  /** How many dead letters of each code are counted where operators look. */
  readonly countedLetters: Readonly<Record<string, number>>;
  /** How many jobs of an installation ran in all processes together, whenever somebody looked. */
  readonly running: readonly { readonly installationId: number; readonly jobs: number }[];
}

export interface EndTarget {
  /** As jobs name it. */
  readonly key: string;
  readonly installationId: number;
  readonly repositoryId: number;
  readonly headSha: string;
  /** The app may work on it, as GitHub sees it. */
  readonly reachable: boolean;
  /** The app was told of that head, or finds it by itself. */
  readonly announced: boolean;
  /** Something was asked for that was not worked off. */
  readonly open: boolean;
}

export interface BranchHeads {
  readonly key: string;
  /** Oldest first. */
  readonly heads: readonly string[];
}

export interface EndRun {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly id: number;
  readonly completed: boolean;
  /** All that it says. */
  readonly says: string;
}

export interface EndComment {
  readonly repositoryId: number;
  readonly thread: number;
  readonly folded: boolean;
  /** Its marker: whether it reviews, or answers the comment of that id. */
  readonly marker: { readonly kind: 'review' | 'reply'; readonly token: string };
}

export interface MadeRequest {
  readonly process: string;
  readonly operation: string;
  readonly isWrite: boolean;
  /** Null where the app asked as itself. */
  readonly installationId: number | null;
  /** Null where it was not about one. */
  readonly repositoryId: number | null;
  readonly status: number | null;
  /** Places among all arrivals and answers. */
  readonly arrived: number;
  readonly answered: number;
  /** Milliseconds since 1970. */
  readonly arrivedAt: number;
  /** The commit whose tree is read. */
  readonly readsTree: string | null;
  /** The commit that a check run is created on. */
  readonly writesOn: string | null;
  /** The head that the answer tells, and of what. */
  readonly readHead: { readonly targetKey: string; readonly sha: string } | null;
}

export interface EndInstruction {
  readonly id: string;
  readonly kind: string;
  readonly installationId: number;
  readonly result: string | null;
  /** Of a comment. */
  readonly comment: { readonly id: number; readonly text: string } | null;
}

export interface EndLetter {
  readonly jobKey: string;
  readonly installationId: number;
  readonly repositoryId: number | null;
  readonly code: string;
  readonly told: boolean;
}

export interface EndJob {
  readonly key: string;
  readonly installationId: number;
  /** The installation is suspended: it waits for the end of that. */
  readonly suspended: boolean;
}

/** What an invariant finds wrong; empty where it holds. */
export type Invariant = (history: History) => readonly string[];
