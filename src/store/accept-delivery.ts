/** One delivery, inside a transaction that may hold others. */

import type { Hint, Instruction } from '../jobs.ts';
import type { Delivery } from '../ports.ts';
import { instructionId, storeInstruction } from './instructions.ts';
import { instructionJob, type JobSink, targetJob } from './job-sink.ts';
import { ensureRepository, rememberRepository } from './repositories.ts';
import type { Tx } from './tables.ts';
import { raiseTarget } from './targets.ts';
import { isGoneSince, isRepositoryGone } from './tombstones.ts';

/**
 * Writes what one delivery asks for, and its jobs, unless the same delivery was written before. `now`: milliseconds
 * since 1970. What is about a removed installation or repository is left out.
 */
export async function acceptDelivery(
  tx: Tx,
  jobs: JobSink,
  delivery: Delivery,
  now: number,
): Promise<'accepted' | 'duplicate'> {
  if (!(await recordDelivery(tx, delivery, now))) return 'duplicate';
  for (const hint of delivery.hints) await acceptHint(tx, jobs, hint, now);
  for (const [index, instruction] of delivery.instructions.entries()) {
    await acceptInstruction(tx, jobs, instructionId(delivery.id, index, instruction), instruction, now);
  }
  return 'accepted';
}

async function recordDelivery(tx: Tx, delivery: Delivery, now: number): Promise<boolean> {
  const { id, event, action } = delivery;
  const written = await tx
    .insertInto('deliveries')
    .values({ id, event, action, accepted_at: now })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

async function acceptHint(tx: Tx, jobs: JobSink, hint: Hint, now: number): Promise<void> {
  const { repository } = hint.target;
  if (await isGoneSince(tx, repository.installationId, repository.repositoryId, hint.observedAt)) return;
  const { installationId } = await rememberRepository(tx, repository, hint.observedAt);
  await raiseTarget(tx, hint, now);
  await jobs.enqueue(tx, targetJob(hint, installationId));
}

async function acceptInstruction(
  tx: Tx,
  jobs: JobSink,
  id: string,
  instruction: Instruction,
  now: number,
): Promise<void> {
  if (instruction.kind !== 'forget') {
    const { repository } = instruction;
    if (await isRepositoryGone(tx, repository.installationId, repository.repositoryId)) return;
    await ensureRepository(tx, repository);
  }
  if (!(await storeInstruction(tx, id, instruction, now))) return;
  await jobs.enqueue(tx, instructionJob(id, instruction));
}
