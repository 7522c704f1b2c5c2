/** What the simulated GitHub remembers. Plain mutable records; the rules live in `operations/` and `rules/`. */
import type { KeyObject } from 'node:crypto';
import type { ObjectDatabase } from '../git/object-database.ts';

/** Permission name to level, such as `{ checks: 'write', metadata: 'read' }`. */
export type Permissions = Readonly<Record<string, string>>;

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
}

export interface App {
  readonly id: number;
  slug: string;
  name: string;
  readonly owner: Account;
  /** What it asks for; installations grant it when they are made, and later when their owner accepts a change. */
  permissions: Permissions;
  events: readonly string[];
  readonly createdAt: Date;
  /** The account under which the app comments, such as `showwork[bot]`. */
  readonly bot: Account;
}

/** What the app signs with, and what its webhooks are signed with. */
export interface AppCredentials {
  /** GitHub takes a request that is signed with any of them. */
  readonly publicKeys: readonly KeyObject[];
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  readonly webhookSecret: string;
}

/** The app's one webhook, as its settings page has it. */
export interface Hook {
  /** Null where none was given. */
  readonly url: string | null;
  readonly contentType: 'json' | 'form';
  /** `1`: certificates are not checked. */
  readonly insecureSsl: '0' | '1';
  readonly hasSecret: boolean;
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  readonly repositorySelection: 'all' | 'selected';
  /** Meaningful where the selection is `selected`. */
  readonly repositoryIds: Set<number>;
  permissions: Permissions;
  suspendedAt: Date | null;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface InstallationToken {
  readonly token: string;
  readonly installationId: number;
  /** Null where the token was not narrowed to repositories. */
  readonly repositoryIds: readonly number[] | null;
  readonly permissions: Permissions;
  readonly expiresAt: Date;
}

/** docs.github.com/en/rest/collaborators: the five roles, and none. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface Repository {
  readonly id: number;
  owner: Account;
  name: string;
  private: boolean;
  defaultBranch: string;
  /** The repository it was forked from. */
  readonly parent: Repository | null;
  readonly objects: ObjectDatabase;
  /** Branch name to commit id. */
  readonly branches: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly createdAt: Date;
  /** Of its settings: GitHub does not move it with each push, as the examples of its webhooks show. */
  updatedAt: Date;
  pushedAt: Date;
  /** Plain issues and pull requests, which share one row of numbers. */
  readonly issues: Map<number, Issue>;
  /** Numbers of issues that were deleted; they are not given again. */
  readonly deletedIssues: Set<number>;
  /** False where issues are switched off, as they are in a fork at first. */
  hasIssues: boolean;
  readonly comments: Map<number, Comment>;
  readonly reactions: Map<number, Reaction>;
  readonly checkSuites: Map<number, CheckSuite>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly collaborators: Map<string, Role>;
}

/** Why an issue is closed, or that it was opened again; null before the first change. */
export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened';

export interface Issue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: Account;
  /** True where the app opened it. */
  readonly byApp: boolean;
  state: 'open' | 'closed';
  stateReason: StateReason | null;
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  /** Null for a plain issue. */
  readonly pull: PullPart | null;
}

/** What makes an issue a pull request. */
export interface PullPart {
  readonly id: number;
  draft: boolean;
  /** The merge commit, on the base branch; null where it is not merged. */
  mergedAs: string | null;
  base: { readonly branch: string; readonly sha: string };
  /** In the repository itself or in a fork of it. */
  readonly head: { readonly repository: Repository; readonly branch: string; sha: string };
}

export interface PullRequest extends Issue {
  readonly pull: PullPart;
}

export interface Comment {
  readonly id: number;
  readonly issueNumber: number;
  readonly author: Account;
  body: string;
  readonly createdAt: Date;
  updatedAt: Date;
  /** True where the app wrote it. */
  readonly byApp: boolean;
  /** Why it is folded, as GitHub shows it (`outdated`, `off-topic`); null where it is not. */
  minimized: string | null;
}

export interface Reaction {
  readonly id: number;
  readonly content: string;
  readonly author: Account;
  readonly createdAt: Date;
  readonly subject:
    | { readonly kind: 'comment'; readonly id: number }
    | { readonly kind: 'issue'; readonly number: number };
}

export interface CheckSuite {
  readonly id: number;
  readonly app: App;
  readonly headSha: string;
  /** Null where the commit was pushed to a fork. */
  readonly headBranch: string | null;
  readonly before: string | null;
  readonly createdAt: Date;
  updatedAt: Date;
  /** GitHub puts a re-requested suite back to queued without touching its runs. */
  requeued: boolean;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: string;
  readonly title: string | null;
  readonly message: string;
  readonly raw_details: string | null;
}

export interface CheckRun {
  readonly id: number;
  readonly app: App;
  readonly suiteId: number;
  readonly headSha: string;
  name: string;
  externalId: string;
  detailsUrl: string;
  status: string;
  conclusion: string | null;
  startedAt: Date;
  completedAt: Date | null;
  output: { title: string | null; summary: string | null; text: string | null };
  readonly annotations: Annotation[];
  actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
}
