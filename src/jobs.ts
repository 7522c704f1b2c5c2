/**
 * What waits to be done. Rows and payloads outlive deploys, so all of it is validated when read back.
 * A *hint* says that a target changed and coalesces; an *instruction* is done once, in order, by itself.
 */
import { z } from 'zod';

const Id = z.int().positive();
/** A full commit or blob id: SHA-1 or SHA-256 in lower-case hex. */
export const Sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

export const Repository = z.object({
  installationId: Id,
  repositoryId: Id,
  owner: z.string().min(1),
  name: z.string().min(1),
  defaultBranch: z.string().min(1),
  private: z.boolean(),
});
export type Repository = z.infer<typeof Repository>;

/** As much of a repository as an installation event says. */
export type RepositoryName = Pick<Repository, 'installationId' | 'repositoryId' | 'owner' | 'name'>;

export const TargetRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('branch'), branch: z.string().min(1) }),
  z.object({
    kind: z.literal('pull-request'),
    number: Id,
    /** Its head branch where that is in the same repository; absent for a fork. */
    branch: z.string().min(1).exactOptional(),
  }),
]);
export type TargetRef = z.infer<typeof TargetRef>;

/** A branch or a pull request whose head should be reviewed. */
export interface Target {
  readonly repository: Repository;
  readonly ref: TargetRef;
}

/** The key under which a target's hints coalesce, such as `7/branch/main` or `7/pull/12`. */
export function targetKey(target: Target): string {
  const { repository, ref } = target;
  return ref.kind === 'branch'
    ? `${repository.repositoryId}/branch/${ref.branch}`
    : `${repository.repositoryId}/pull/${ref.number}`;
}

/**
 * "This target changed." `head` is what the delivery said; deliveries arrive in any order, so `observedAt`
 * (seconds since 1970, from the payload's own times) decides which head is newer.
 */
export interface Hint {
  readonly target: Target;
  readonly head: string;
  readonly observedAt: number;
}

/** What is kept of a comment: all that GitHub takes in one ("body is too long (maximum is 65536 characters)"). */
export const MAX_COMMENT_CHARACTERS = 65_536;

export const Instruction = z.discriminatedUnion('kind', [
  /** *Re-run* in GitHub's UI, or the *Re-review* button of our check run. */
  z.object({ kind: z.literal('re-review'), repository: Repository, headSha: Sha }),
  /** A comment with a line that starts with `/review`; what it asks is read from its Markdown later. */
  z.object({
    kind: z.literal('comment'),
    repository: Repository,
    issueNumber: Id,
    isPullRequest: z.boolean(),
    commentId: Id,
    author: z.string().min(1),
    /** Null where the account is gone. */
    threadAuthor: z.string().min(1).nullable(),
    text: z.string().max(MAX_COMMENT_CHARACTERS),
  }),
  /** The app was installed on the repository: its default branch is reviewed quietly. */
  z.object({
    kind: z.literal('introduce'),
    installationId: Id,
    repositoryId: Id,
    owner: z.string().min(1),
    name: z.string().min(1),
    private: z.boolean(),
  }),
  /** Somebody ticked the box on the dashboard issue. */
  z.object({ kind: z.literal('dashboard-ticked'), repository: Repository, issueNumber: Id }),
  /** The installation, or some of its repositories, went away: delete what is stored for them. */
  z.object({ kind: z.literal('forget'), installationId: Id, repositoryIds: z.array(Id).nullable() }),
]);
export type Instruction = z.infer<typeof Instruction>;
export type CommentInstruction = Extract<Instruction, { kind: 'comment' }>;

/**
 * The name under which an instruction is done once, whichever and however many deliveries bring it, such as
 * `7/comment/33`. Null where each delivery is a request of its own.
 */
export function ownKey(instruction: Instruction): string | null {
  if (instruction.kind !== 'comment') return null;
  return `${instruction.repository.repositoryId}/comment/${instruction.commentId}`;
}

/** One unit of work for the worker; the payload is a key, what is behind it is read when the job starts. */
export const Job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('review-target'), targetKey: z.string().min(1) }),
  z.object({ kind: z.literal('carry-out'), instructionId: z.string().min(1) }),
]);
export type Job = z.infer<typeof Job>;
