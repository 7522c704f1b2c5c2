/** What the queue tells the operator: keys, codes and stack frames, never a message that may quote a README. */
import { ERRORS, type ShowworkError } from '../../errors.ts';
import type { Logger } from '../../ports.ts';
import type { Outcome } from './attempt-job.ts';
import type { ClaimedJob } from './claim-jobs.ts';
import type { Released } from './release-jobs.ts';
import type { Settled } from './settle-job.ts';

export function logSettled(logger: Logger, job: ClaimedJob, outcome: Outcome, settled: Settled): void {
  const fields = { job: job.key, phase: job.phase, attempt: job.attempts, ...failureFields(outcome) };
  if (settled.kind === 'untold') {
    logger.error(
      { ...fields, referenceId: job.reference_id },
      'job given up, and the learner could not be told',
    );
  } else if (settled.kind === 'dead') {
    const { referenceId } = settled;
    logger.error({ ...fields, referenceId, ...adviceFor(outcome) }, 'job given up');
  } else if (settled.kind === 'retried') {
    logger.warn(
      { ...fields, retryAt: new Date(settled.at).toISOString() },
      'job failed, will be tried again',
    );
  } else if (outcome.kind === 'failed') {
    logger.warn({ ...fields, outcome: settled.kind }, 'job failed, and a newer request took its place');
  } else {
    logger.debug({ ...fields, outcome: settled.kind }, 'job settled');
  }
}

export function logReleased(logger: Logger, released: Released): void {
  for (const referenceId of released.dead) {
    logger.error({ referenceId }, 'job given up: the process ended during each of its attempts');
  }
  for (const job of released.untold) {
    logger.error({ job }, 'job given up, and the learner could not be told: the process ended each time');
  }
}

export function logStoreFailure(logger: Logger, error: unknown, message: string): void {
  logger.error(error instanceof Error ? { error: error.name, frames: stackFrames(error) } : {}, message);
}

function failureFields(outcome: Outcome): object {
  if (outcome.kind !== 'failed') return {};
  return { code: outcome.error.code, frames: stackFrames(deepestCause(outcome.error)) };
}

/** The catalogue's sentence for the operator, as in docs/errors.md. */
function adviceFor(outcome: Outcome): object {
  return outcome.kind === 'failed' ? { advice: ERRORS[outcome.error.code].operator } : {};
}

function deepestCause(error: ShowworkError): Error {
  let cause: Error = error;
  while (cause.cause instanceof Error) cause = cause.cause;
  return cause;
}

/** The lines that say where, without the message: a parser's message can quote what it parsed. */
function stackFrames(error: Error): string[] {
  return (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '));
}
