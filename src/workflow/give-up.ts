import { ERRORS, type ErrorCode, ShowworkError } from '../errors.ts';
import type { CommentInstruction, Job, Repository } from '../jobs.ts';
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

/** Who waits for a word. */
interface Open {
  readonly repository: Repository;
  /** The commit whose check has to be concluded; null where a comment asked for something else. */
  readonly headSha: string | null;
  /** Where somebody asked in a comment, and waits for an answer or a closing reaction. */
  readonly comment?: CommentInstruction;
}

/**
 * Concludes what the learner sees after an error of ours: a neutral check run with the reference id. A commit that
 * already has its review keeps it, unless somebody asked for a new one. Answers null when done, else when to come back.
 * @throws ShowworkError where telling the learner failed and may succeed later.
 */
export async function giveUp(
  tools: Tools,
  job: Job,
  error: ShowworkError,
  referenceId: string,
): Promise<Date | null> {
  try {
    const later = NOBODY_TO_TELL.includes(error.code)
      ? null
      : await conclude(tools, job, error.code, referenceId);
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

async function conclude(tools: Tools, job: Job, code: ErrorCode, referenceId: string): Promise<Date | null> {
  const open = job.kind === 'review-target' ? await openHead(tools, job) : await openInstruction(tools, job);
  if (open === null) return null;
  const { repository, comment } = open;
  const later = await pauseWhenLimited(tools, repository.installationId, () =>
    tell(tools, open, code, referenceId),
  );
  if (later === null && comment !== undefined) await acknowledge(tools, comment, 'confused');
  return later;
}

async function tell(
  tools: Tools,
  { repository, headSha, comment }: Open,
  code: ErrorCode,
  referenceId: string,
): Promise<Date | null> {
  const failure = { sentence: ERRORS[code].learner, referenceId };
  if (headSha === null) {
    return comment === undefined ? null : reply(tools, comment, failedReply(failure), { resumed: true });
  }
  const review: CommitReview = { kind: 'failed', ...failure };
  const wanted = { headSha, review, since: null, options: {} };
  return tools.inTurn(repository, headSha, () => publish(tools, repository, wanted, 'if-changed'));
}

async function openHead(
  tools: Tools,
  { targetKey }: Extract<Job, { kind: 'review-target' }>,
): Promise<Open | null> {
  const target = await tools.store.readTarget(targetKey);
  if (target === null || target.done >= target.requested) return null;
  const headSha = target.head ?? (await presentHead(tools, target, null))?.sha ?? null;
  if (headSha === null) return null;
  const { repository } = target;
  const standing = await tools.publications.find(repository.repositoryId, headSha);
  return standing !== null && standing.digest !== null ? null : { repository, headSha };
}

async function openInstruction(
  tools: Tools,
  { instructionId }: Extract<Job, { kind: 'carry-out' }>,
): Promise<Open | null> {
  const instruction = await tools.store.readInstruction(instructionId);
  if (instruction?.kind === 're-review') return instruction;
  return instruction?.kind === 'comment' ? openComment(tools, instruction) : null;
}

/** Nobody waits for an answer to a comment that asks nothing, or whose author may not ask. */
async function openComment(tools: Tools, comment: CommentInstruction): Promise<Open | null> {
  const intent = await tools.reviewer.readComment(comment.text);
  if (intent === null || (await standingOf(tools, comment, intent)) === 'stranger') return null;
  const { repository } = comment;
  if (intent.command.kind !== 'review') return { repository, headSha: null, comment };
  const head = await askedHead(tools, comment);
  return head.kind === 'none' ? null : { repository, headSha: head.headSha, comment };
}
