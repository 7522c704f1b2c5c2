/** What is remembered; each port has one contract suite in test/contracts/ that runs on every implementation. */
import type { Hint, Instruction, Repository, Target } from '../jobs.ts';
import type { Snapshot } from '../review/delta.ts';
import type { Report } from '../review/report.ts';
import type { Posted } from './github.ts';

/** What intake makes of one delivery. `id` is GitHub's `X-GitHub-Delivery`, the same on a redelivery. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly hints: readonly Hint[];
  readonly instructions: readonly Instruction[];
  /** What the event says about repositories: name, owner, default branch, visibility. */
  readonly sightings?: readonly Sighting[];
  /** Repositories that were added to an installation: a removal before that is over. */
  readonly added?: { readonly installationId: number; readonly repositoryIds: readonly number[] };
  readonly suspension?: Suspension;
}

/** A repository as one event knew it; `observedAt` in seconds since 1970, from the payload. */
export interface Sighting {
  readonly repository: Repository;
  readonly observedAt: number;
}

/** While it is suspended, an installation's jobs wait. `observedAt` in seconds since 1970, from the payload. */
export interface Suspension {
  readonly installationId: number;
  readonly suspended: boolean;
  readonly observedAt: number;
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
  /** How its last reviewed commit stood; null before the first. */
  readonly lastReviewed: Snapshot | null;
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
  /**
   * What the commit is compared with, decided when it was first published: a later look at the same commit says the same.
   */
  readonly since: Snapshot | null;
}

export interface Store {
  /**
   * One transaction: delivery id if new, generations raised, instructions stored, jobs enqueued. A delivery that is known
   * is a duplicate and changes nothing, but where what it asked for was given up: that is then tried again.
   */
  accept(delivery: Delivery): Promise<'accepted' | 'duplicate'>;
  readTarget(key: string): Promise<TargetState | null>;
  /** Records that `generation` was worked off, and how the commit stood if it was reviewed; a newer request stays open. */
  finishTarget(key: string, generation: number, reviewed?: Snapshot): Promise<void>;
  /** Writes how a target stood, where nothing is known of it yet. Asks for nothing; what was removed stays away. */
  noteReviewed(target: Target, reviewed: Snapshot): Promise<void>;
  readInstruction(id: string): Promise<Instruction | null>;
  /** Records what became of it; a finished instruction is not read again. */
  finishInstruction(id: string, result: string): Promise<void>;
  /**
   * Carries out a removal: deletes everything stored for the installation, or for some of its repositories, and leaves a
   * tombstone. Accepting the instruction has written it already; a repository that came back since is left alone.
   */
  forget(installationId: number, repositoryIds: readonly number[] | null): Promise<void>;
}

export interface Publications {
  find(repositoryId: number, headSha: string): Promise<Publication | null>;
  /** Writes the intent row if there is none and answers the row as it stands, and whether it was just made. */
  intend(
    repository: Repository,
    headSha: string,
    since: Snapshot | null,
  ): Promise<{ publication: Publication; created: boolean }>;
  /**
   * Makes the row an intent again: `checkRunId` and `digest` null, `intendedAt` now. Compares and sets: answers null
   * where the row is no longer as given (`checkRunId`, `intendedAt`), because another job was faster.
   */
  claim(publication: Publication): Promise<Publication | null>;
  /** Records what GitHub answered: the row takes `checkRunId` and `digest` as given. */
  record(publication: Publication): Promise<void>;
}

/** What stands in a conversation: the comment of a thread (`thread/12`), or the repository's `dashboard`. */
export interface Post {
  readonly repositoryId: number;
  readonly key: string;
  /** Stands hidden in the body, new for each post, so that one is found again after an interruption. */
  readonly marker: string;
  /** Null from the intent until GitHub's answer was recorded. */
  readonly posted: Posted | null;
  /** Names what it says; null while `posted` is. */
  readonly digest: string | null;
  readonly intendedAt: Date;
  /** What this one takes the place of, and is folded when it stands. */
  readonly replaces: Posted | null;
}

/** Idempotent posting, as `Publications` is for check runs. */
export interface Posts {
  find(repositoryId: number, key: string): Promise<Post | null>;
  /** Writes the intent row if there is none and answers the row as it stands, and whether it was just made. */
  intend(repository: Repository, key: string, marker: string): Promise<{ post: Post; created: boolean }>;
  /**
   * Makes the row an intent again under another marker; what was posted becomes `replaces`, which stays where nothing
   * was. Compares and sets: answers null where the row is no longer as given (`marker`, `posted`, `intendedAt`).
   */
  claim(post: Post, marker: string): Promise<Post | null>;
  /** The row takes `posted`, `digest` and `replaces` as given, unless it was claimed under another marker meanwhile. */
  record(post: Post): Promise<void>;
}

/** What an author said about the review of a repository, or of one pull request only. */
export type AuthorWord =
  | { readonly kind: 'accept'; readonly criterion: string; readonly reason: string }
  | { readonly kind: 'as'; readonly projectType: string };

export interface SaidWord {
  readonly word: AuthorWord;
  /** Null: the whole repository. */
  readonly pullRequest: number | null;
  /** A login. */
  readonly by: string;
  readonly commentId: number;
}

/** Words that were said in comments; they go with the repository. */
export interface AuthorWords {
  /** Takes the place of what was said of the same criterion, or of the type, for the same scope. */
  say(repositoryId: number, said: SaidWord): Promise<void>;
  /** `criterion` null: the project type. Answers whether there was anything to take back. */
  withdraw(repositoryId: number, criterion: string | null, pullRequest: number | null): Promise<boolean>;
  /**
   * What holds for a commit: the repository's words, and those of each pull request whose newest known head it is, unless
   * the default branch is known to be there as well; the narrower first, the order otherwise by criterion.
   */
  listFor(repositoryId: number, headSha: string): Promise<readonly SaidWord[]>;
}

/** A settings file where it was last looked for. */
export interface KnownSettings {
  /** Null where there is no file. */
  readonly current: SettingsBlob | null;
  /** The newest without a mistake; in force while `current` has one. */
  readonly lastGood: SettingsBlob | null;
  /** True where the place could not be looked at. */
  readonly outOfReach: boolean;
  readonly lookedAt: Date;
}

export interface SettingsBlob {
  readonly fileName: string;
  /** Git blob id. */
  readonly sha: string;
  readonly text: string;
}

/** The settings of a repository's default branch, and of its owner's `.github` repository. */
export interface SettingsMemory {
  find(repositoryId: number): Promise<KnownSettings | null>;
  save(repository: Repository, known: KnownSettings): Promise<void>;
  findOwner(installationId: number): Promise<KnownSettings | null>;
  saveOwner(installationId: number, known: KnownSettings): Promise<void>;
}

/** `tell` is true for the first refusal of its kind in a thread within the limit's window: one line is enough. */
export type Allowance =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'refused';
      readonly why: 'cooldown' | 'daily-limit';
      readonly until: Date;
      readonly tell: boolean;
    };

/** How many commands a thread and a repository may give. The same comment gets the same answer again. */
export interface CommandLimiter {
  take(comment: { repository: Repository; issueNumber: number; commentId: number }): Promise<Allowance>;
  /** Answers whether this is the first polite line to that person in that thread today, and remembers it. */
  mayDecline(comment: {
    repository: Repository;
    issueNumber: number;
    commentId: number;
    author: string;
  }): Promise<boolean>;
}

/** Reports by the digest of all their inputs, per repository; never shared across repositories. */
export interface ReportCache {
  find(repositoryId: number, inputsDigest: string): Promise<readonly Report[] | null>;
  save(repositoryId: number, inputsDigest: string, reports: readonly Report[]): Promise<void>;
}

/** `background` is what nobody waits for. */
export type Urgency = 'prompt' | 'background';

/** One row per installation: the next allowed write, and a pause while GitHub limits it. */
export interface WriteLimiter {
  /**
   * Takes the next write slot. Answers null where the caller may write now, else when to come back. `background` is for
   * what nobody waits for (an introduction): it leaves room for people and does not stand in line before them.
   */
  take(installationId: number, urgency?: Urgency): Promise<Date | null>;
  pause(installationId: number, until: Date): Promise<void>;
  /** Until when the installation is paused, or when to look again while it is suspended, for reads too; else null. */
  pausedUntil(installationId: number): Promise<Date | null>;
}

/** What one process at a time does, such as a sweep. The holder is this process. */
export interface Leases {
  /** Takes the lease, or makes it longer, for so many milliseconds from now; false where another process holds it. */
  tryHold(name: string, ttlMs: number): Promise<boolean>;
  /** Gives it back before its time; one that another process holds stays. */
  release(name: string): Promise<void>;
}
