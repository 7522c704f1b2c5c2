import type { Intent } from '../commands/intent.ts';
import { ERRORS, type ErrorCode, ShowworkError } from '../errors.ts';
import type { CommentInstruction, Job, Repository } from '../jobs.ts';
import type { TargetState } from '../ports.ts';
import { failedReply } from '../render/replies/failed-reply.ts';
import type { CommitReview } from '../review/report.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { askedHead } from './commands/asked-head.ts';
import { reply } from './commands/reply.ts';
import { standingOf } from './commands/standing.ts';
import { pauseWhenLimited } from './pause-when-limited.ts';
import { presentHead } from './present-head.ts';
import { publish } from './publishing/publish.ts';
import type { Tools } from './tools.ts';

/** With these there is no check run to write: nobody to sign in as, or nothing to write it on. */
const NOBODY_TO_TELL: readonly ErrorCode[] = ['GITHUB_UNAUTHORIZED', 'GITHUB_SUSPENDED', 'GITHUB_GONE'];

const NOT_READ: readonly ErrorCode[] = ['REVIEW_TIMED_OUT', 'REVIEW_CRASHED'];

/** What a learner is told. */
interface Failure {
  readonly sentence: string;
  readonly referenceId: string;
}

/** What was asked for and not done. */
interface Open {
  readonly repository: Repository;
  /** Tells who waits for it, if anybody does. Answers null when told, else when to come back. */
  readonly tell: (failure: Failure) => Promise<Date | null>;
}

/**
 * Concludes what the learner sees after an error of ours: a neutral check run with the reference id, or an answer to a
 * command that asked for something else. Answers null when done, else when to come back.
 * @throws ShowworkError where telling the learner failed and may succeed later.
 */
export async function giveUp(
  tools: Tools,
  job: Job,
  error: ShowworkError,
  referenceId: string,
): Promise<Date | null> {
  try {
    const open = NOBODY_TO_TELL.includes(error.code) ? null : await readOpen(tools, job);
    const failure = { sentence: ERRORS[error.code].learner, referenceId };
    const later =
      open && (await pauseWhenLimited(tools, open.repository.installationId, () => open.tell(failure)));
    if (later !== null) return later;
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || thrown.retryable) throw thrown;
    tools.logger.warn(
      { referenceId, code: thrown.code },
      'the learner could not be told that a review failed',
    );
  }
  if (job.kind === 'carry-out') {
    await tools.store.finishInstruction(job.instructionId, `gave up: ${error.code} ${referenceId}`);
  }
  return null;
}

/** Null where nothing is open, or nobody waits for it. */
async function readOpen(tools: Tools, job: Job): Promise<Open | null> {
  const { store } = tools;
  if (job.kind === 'review-target') {
    const target = await store.readTarget(job.targetKey);
    if (target === null || target.done >= target.requested) return null;
    return { repository: target.repository, tell: failure => tellOnTarget(tools, target, failure) };
  }
  const instruction = await store.readInstruction(job.instructionId);
  if (instruction?.kind === 're-review') {
    const { repository, headSha } = instruction;
    return { repository, tell: failure => tellOnCommit(tools, repository, headSha, failure) };
  }
  if (instruction?.kind !== 'comment') return null;
  return { repository: instruction.repository, tell: failure => tellInThread(tools, instruction, failure) };
}

/** A commit that already has its review keeps it: nobody asked for a new one. */
async function tellOnTarget(tools: Tools, target: TargetState, failure: Failure): Promise<Date | null> {
  const { repository } = target;
  const headSha = target.head ?? (await presentHead(tools, target, null))?.sha;
  if (headSha === undefined) return null;
  const standing = await tools.publications.find(repository.repositoryId, headSha);
  return standing?.digest == null ? tellOnCommit(tools, repository, headSha, failure) : null;
}

function tellOnCommit(
  tools: Tools,
  repository: Repository,
  headSha: string,
  failure: Failure,
): Promise<Date | null> {
  const review: CommitReview = { kind: 'failed', ...failure };
  const wanted = { headSha, review, since: null, options: {} };
  return tools.inTurn(repository, headSha, () => publish(tools, repository, wanted, 'if-changed'));
}

/** Nobody waits for an answer to a comment that asks nothing, or whose author may not ask. */
async function tellInThread(
  tools: Tools,
  comment: CommentInstruction,
  failure: Failure,
): Promise<Date | null> {
  const intent = await readAgain(tools, comment);
  if (intent === null || (await standingOf(tools, comment, intent)) === 'stranger') return null;
  const later =
    intent.command.kind === 'review'
      ? await tellOnAskedHead(tools, comment, failure)
      : await reply(tools, comment, failedReply(failure), { resumed: true });
  if (later === null) await acknowledge(tools, comment, 'confused');
  return later;
}

/** Null as well where reading the comment is what failed: then nobody knows whether it asks anything. */
async function readAgain({ reviewer }: Tools, { text }: CommentInstruction): Promise<Intent | null> {
  try {
    return await reviewer.readComment(text);
  } catch (thrown) {
    if (thrown instanceof ShowworkError && NOT_READ.includes(thrown.code)) return null;
    throw thrown;
  }
}

async function tellOnAskedHead(
  tools: Tools,
  comment: CommentInstruction,
  failure: Failure,
): Promise<Date | null> {
  const head = await askedHead(tools, comment);
  return head.kind === 'none' ? null : tellOnCommit(tools, comment.repository, head.headSha, failure);
}
