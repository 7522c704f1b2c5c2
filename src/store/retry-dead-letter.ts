/** Lets a job that was given up run again, in one transaction with its target or instruction. */
import { Instruction, Job } from '../jobs.ts';
import type { Retried } from '../ports.ts';
import { readInstruction } from './instructions.ts';
import { instructionJob, type JobSink, jobOfTarget } from './job-sink.ts';
import { readJson } from './stored-json.ts';
import type { Tx } from './tables.ts';

/** `now`: milliseconds since 1970. */
export async function retryDeadLetter(
  tx: Tx,
  jobs: JobSink,
  referenceId: string,
  now: number,
): Promise<Retried> {
  const letter = await tx
    .selectFrom('dead_letters')
    .where('reference_id', '=', referenceId)
    .select('payload')
    .executeTakeFirst();
  if (letter === undefined) return 'unknown';
  const job = readJson(Job, letter.payload);
  if (job === null) return 'unreadable';
  const retried =
    job.kind === 'review-target'
      ? await rearmTarget(tx, jobs, job.targetKey)
      : await rearmInstruction(tx, jobs, job.instructionId, referenceId);
  if (retried !== 'waiting') return retried;
  await tx
    .updateTable('dead_letters')
    .set({ retried_at: now })
    .where('reference_id', '=', referenceId)
    .execute();
  return retried;
}

/**
 * A new generation, so that the head is looked at also where a newer one was worked off. When it was asked for stays: its
 * head is as old as that, and GitHub is asked for the present one.
 */
async function rearmTarget(tx: Tx, jobs: JobSink, key: string): Promise<Retried> {
  const raised = await tx
    .updateTable('targets')
    .set(eb => ({ requested: eb('requested', '+', 1) }))
    .where('key', '=', key)
    .returning('repository_id')
    .executeTakeFirst();
  if (raised === undefined) return 'gone';
  const { installation_id } = await tx
    .selectFrom('repositories')
    .where('repository_id', '=', raised.repository_id)
    .select('installation_id')
    .executeTakeFirstOrThrow();
  await jobs.enqueue(tx, [jobOfTarget(key, raised.repository_id, installation_id)]);
  return 'waiting';
}

/** Giving up has recorded this letter as the instruction's result; any other result means that it was done. */
async function rearmInstruction(tx: Tx, jobs: JobSink, id: string, referenceId: string): Promise<Retried> {
  const row = await tx
    .selectFrom('instructions')
    .where('id', '=', id)
    .select(['payload', 'result', 'finished_at'])
    .executeTakeFirst();
  if (row === undefined) return 'gone';
  if (row.finished_at !== null && row.result?.endsWith(referenceId) !== true) return 'gone';
  if (readJson(Instruction, row.payload) === null) return 'unreadable';
  await tx
    .updateTable('instructions')
    .set({ result: null, finished_at: null })
    .where('id', '=', id)
    .execute();
  const instruction = await readInstruction(tx, id);
  if (instruction === null) return 'gone';
  await jobs.enqueue(tx, [instructionJob(id, instruction)]);
  return 'waiting';
}
