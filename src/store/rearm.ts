/** What was given up is tried once more when its delivery comes again: somebody asked GitHub for that, or a sweep did. */
import type { Delivery } from '../ports.ts';
import { instructionId, reopenInstruction } from './instructions.ts';
import { instructionJob, type JobSink, type NewJob, targetJob } from './job-sink.ts';
import type { Tx } from './tables.ts';

/** Answers whether there was anything. The dead letters of what is tried again are gone. */
export async function rearm(tx: Tx, jobs: JobSink, delivery: Delivery): Promise<boolean> {
  let armed = false;
  for (const hint of delivery.hints) {
    const job = targetJob(hint, hint.target.repository.installationId);
    if (await rearmJob(tx, jobs, job)) armed = true;
  }
  for (const [index, instruction] of delivery.instructions.entries()) {
    const id = instructionId(delivery.id, index, instruction);
    if (!(await rearmJob(tx, jobs, instructionJob(id, instruction)))) continue;
    await reopenInstruction(tx, id);
    armed = true;
  }
  return armed;
}

/** False where the job was not given up. It is the installation's that the letter names: a transfer moves letters. */
async function rearmJob(tx: Tx, jobs: JobSink, job: NewJob): Promise<boolean> {
  const letters = await tx
    .deleteFrom('dead_letters')
    .where('job_key', '=', job.key)
    .returning('installation_id')
    .execute();
  const [letter] = letters;
  if (letter === undefined) return false;
  await jobs.enqueue(tx, [{ ...job, installationId: letter.installation_id }]);
  return true;
}
