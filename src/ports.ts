/**
 * The seams between the rooms: what the workflow needs from the world. Each port stays under ten methods and has
 * one contract suite in `test/contracts/` that runs on every implementation. Longer than other files, because a reader
 * should see all seams in one place.
 */
import type { Intent } from './commands/intent.ts';
import type { ShowworkError } from './errors.ts';
import type { Hint, Instruction, Job, Repository, Target, TargetRef } from './jobs.ts';
import type { Report } from './review/report.ts';

export interface Clock {
  now(): Date;
}

/** Structured logging: ids and codes only, never README text, secrets or payloads. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

// ── GitHub ──────────────────────────────────────────────────────────────────────────────────────────────

export interface TreeEntry {
  readonly path: string;
  readonly sha: string;
  /** `100644`, `100755`, `040000` (tree), `120000` (symlink), `160000` (submodule). */
  readonly mode: string;
  /** Bytes; absent for trees and submodules. */
  readonly size?: number;
}

export interface Tree {
  readonly entries: readonly TreeEntry[];
  /** True where GitHub cut the listing (100,000 entries or 7 MB, docs: rest/git/trees). */
  readonly truncated: boolean;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** A completed check run, ready to be sent. */
export interface CheckRun {
  readonly name: string;
  readonly headSha: string;
  /** Ours, so that a run is found again after an interruption. */
  readonly externalId: string;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  readonly actions: readonly {
    readonly label: string;
    readonly description: string;
    readonly identifier: string;
  }[];
}

/** An issue or a pull request, as a place to talk. GitHub asks for another permission on each. */
export interface Thread {
  readonly issueNumber: number;
  readonly isPullRequest: boolean;
}

export interface ThreadComment extends Thread {
  readonly commentId: number;
}

export type Reaction = 'eyes' | 'rocket' | 'confused';

/** What somebody may do with a repository, least first. */
export const ROLES = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface GitHub {
  /** The tree at a commit, tree id or ref; `recursive` lists every path below it. */
  readTree(repository: Repository, treeish: string, options: { recursive: boolean }): Promise<Tree>;
  readBlob(repository: Repository, sha: string): Promise<Uint8Array>;
  /** Present head of a branch or of an open pull request; null where it is gone or closed. */
  readHead(repository: Repository, ref: TargetRef): Promise<string | null>;
  /** Creates the run completed, in one request (further annotations, 50 a request, follow). Answers its id. */
  createCheckRun(repository: Repository, run: CheckRun): Promise<number>;
  /** Concludes an existing run again. Annotations are not sent: GitHub would append them to the old ones. */
  updateCheckRun(repository: Repository, id: number, run: CheckRun): Promise<void>;
  /** Id of this app's run with that external id on the commit, newest first; null where there is none. */
  findCheckRun(repository: Repository, headSha: string, externalId: string): Promise<number | null>;
  /** Answers whether the reaction is new; the same one twice stays one. */
  react(repository: Repository, comment: ThreadComment, reaction: Reaction): Promise<boolean>;
  /** What the account may do; `none` where there is no such account. */
  readRole(repository: Repository, login: string): Promise<Role>;
  /** Not idempotent: sent once, never looked for. */
  createComment(repository: Repository, thread: Thread, body: string): Promise<void>;
}

// ── Store ───────────────────────────────────────────────────────────────────────────────────────────────

/** What intake makes of one delivery. `id` is GitHub's `X-GitHub-Delivery`, the same on a redelivery. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly hints: readonly Hint[];
  readonly instructions: readonly Instruction[];
}

export interface TargetState extends Target {
  readonly key: string;
  /** Newest head that a delivery named; null where deliveries disagree and GitHub has to be asked. */
  readonly head: string | null;
  /** Raised by each accepted hint. */
  readonly requested: number;
  /** The generation last worked off; equal to `requested` where nothing is open. */
  readonly done: number;
  /** When the newest hint was accepted. */
  readonly requestedAt: Date;
}

/** The unit of publishing: one check run of one commit, whichever target led there. */
export interface Publication {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly externalId: string;
  /** Null from the intent until GitHub's answer was recorded. */
  readonly checkRunId: number | null;
  /** Digest of the bytes last posted; null while `checkRunId` is. */
  readonly digest: string | null;
  /** When the intent was written or last claimed: a young one may still be under way in another job. */
  readonly intendedAt: Date;
}

export interface Store {
  /** One transaction: delivery id if new, generations raised, instructions stored, jobs enqueued. */
  accept(delivery: Delivery): Promise<'accepted' | 'duplicate'>;
  readTarget(key: string): Promise<TargetState | null>;
  /** Records that `generation` was worked off; a newer request stays open. */
  finishTarget(key: string, generation: number): Promise<void>;
  readInstruction(id: string): Promise<Instruction | null>;
  /** Records what became of it; a finished instruction is not read again. */
  finishInstruction(id: string, result: string): Promise<void>;
  /** Deletes everything stored for the installation, or for some of its repositories, and leaves a tombstone. */
  forget(installationId: number, repositoryIds: readonly number[] | null): Promise<void>;
}

export interface Publications {
  find(repositoryId: number, headSha: string): Promise<Publication | null>;
  /** Writes the intent row if there is none and answers the row as it stands, and whether it was just made. */
  intend(repository: Repository, headSha: string): Promise<{ publication: Publication; created: boolean }>;
  /**
   * Makes the row an intent again: `checkRunId` and `digest` null, `intendedAt` now. Compares and sets: answers null
   * where the row is no longer as given (`checkRunId`, `intendedAt`), because another job was faster.
   */
  claim(publication: Publication): Promise<Publication | null>;
  /** Records what GitHub answered: the row takes `checkRunId` and `digest` as given. */
  record(publication: Publication): Promise<void>;
}

/** Reports by the digest of all their inputs, per repository; never shared across repositories. */
export interface ReportCache {
  find(repositoryId: number, inputsDigest: string): Promise<readonly Report[] | null>;
  save(repositoryId: number, inputsDigest: string, reports: readonly Report[]): Promise<void>;
}

/** One row per installation: the next allowed write, and a pause while GitHub limits it. */
export interface WriteLimiter {
  /** Takes the next write slot. Answers null where the caller may write now, else when to come back. */
  take(installationId: number): Promise<Date | null>;
  pause(installationId: number, until: Date): Promise<void>;
  /** Until when the installation is paused, for reads too; null where it is not. */
  pausedUntil(installationId: number): Promise<Date | null>;
}

// ── Queue ───────────────────────────────────────────────────────────────────────────────────────────────

/** What the queue calls. `run` throws a `ShowworkError` when it fails. */
export interface Worker {
  /** Answers null when done, or the time at which the job wants to be handed out again (no attempt is counted). */
  run(job: Job): Promise<Date | null>;
  /** The last attempt failed, or retrying does not help: conclude what the learner sees. Answers as `run`. */
  giveUp(job: Job, error: ShowworkError, referenceId: string): Promise<Date | null>;
}

export interface Queue {
  /** Starts handing out jobs: one running per key, capped per installation, retried with backoff. */
  work(worker: Worker): void;
  /** Resolves when no job is ready or running. */
  idle(): Promise<void>;
  /** Stops handing out; running jobs get until `deadline`, then are released for the next process. */
  stop(deadline: Date): Promise<void>;
}

// ── Reviewer ────────────────────────────────────────────────────────────────────────────────────────────

export interface RepositoryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A README above this is not read: GitHub itself serves files up to 1 MB this way (docs: rest/repos/contents). Bytes. */
export const MAX_README_BYTES = 1024 * 1024;

/** Why the bytes of a README were not read; the review says so kindly and judges nothing. */
export type UnreadReason = 'too-large' | 'symlink-outside' | 'symlink-broken' | 'submodule';

export interface ReviewRequest {
  /** `owner/name` or a folder's name. */
  readonly repositoryName: string;
  readonly readme: {
    readonly path: string;
    readonly sha: string;
    readonly content: Uint8Array | UnreadReason;
  };
  readonly paths: readonly string[];
  readonly pathsTruncated: boolean;
  readonly manifests: readonly RepositoryFile[];
  /** Where the author or the configuration names it. */
  readonly declaredType?: string;
}

/** Reads what strangers wrote, off the calling thread. Fails with REVIEW_TIMED_OUT or REVIEW_CRASHED only. */
export interface Reviewer {
  /** Identifies engine, model and rubrics: the part of a result that is not the repository's. */
  readonly identity: string;
  review(request: ReviewRequest): Promise<Report>;
  /** What a comment asks for; null where it holds no command. */
  readComment(text: string): Promise<Intent | null>;
  close(): Promise<void>;
}
