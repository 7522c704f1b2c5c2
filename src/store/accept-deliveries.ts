/** Deliveries that arrived together, inside one transaction. */

import type { Hint, Instruction } from '../jobs.ts';
import type { Delivery, Sighting } from '../ports.ts';
import { acceptHints } from './accept-hints.ts';
import { hold } from './hold.ts';
import { instructionId, storeInstruction } from './instructions.ts';
import { instructionJob, type JobSink } from './job-sink.ts';
import { type ColumnTypes, columnsOf, forRows } from './json-rows.ts';
import { rearm } from './rearm.ts';
import { ensureRepository, isKnownRepository, rememberRepositories } from './repositories.ts';
import { subjectsOf } from './subjects.ts';
import { acceptSuspension } from './suspension.ts';
import type { DeliveryRow, Tx } from './tables.ts';
import { isRepositoryGone, writeTombstone } from './tombstones.ts';
import { isGoneSince, welcomeBack } from './welcome-back.ts';

type Removal = Extract<Instruction, { kind: 'forget' }>;

/**
 * Writes what deliveries ask for, and their jobs, and answers for each, in order. The same delivery again changes
 * nothing, but for what was given up. `now`: milliseconds since 1970. What is about a removed installation or repository is left out.
 *
 * Events about installations carry no time, so a removal that arrives after the addition that followed it counts: the
 * repository is left alone until GitHub speaks of it with a later time (a push, a rename), which begins it anew.
 */
export async function acceptDeliveries(
  tx: Tx,
  jobs: JobSink,
  deliveries: readonly Delivery[],
  now: number,
): Promise<('accepted' | 'duplicate')[]> {
  await hold(tx, deliveries.flatMap(subjectsOf));
  const unseen = await recordDeliveries(tx, deliveries, now);
  const hints = collectHints(tx, jobs, now);
  const results: ('accepted' | 'duplicate')[] = [];
  for (const delivery of deliveries) {
    const isNew = unseen.delete(delivery.id);
    if (isNew) await acceptDelivery(tx, jobs, delivery, hints, now);
    else await hints.write();
    results.push(isNew || (await rearm(tx, jobs, delivery)) ? 'accepted' : 'duplicate');
  }
  await hints.write();
  return results;
}

interface CollectedHints {
  add(hints: readonly Hint[]): void;
  /** Before anything that has its place after them. */
  write(): Promise<void>;
}

/** Hints that follow each other, of whichever delivery, so that they are written together. */
function collectHints(tx: Tx, jobs: JobSink, now: number): CollectedHints {
  const collected: Hint[] = [];
  return {
    add: hints => void collected.push(...hints),
    write: () => acceptHints(tx, jobs, collected.splice(0), now),
  };
}

const DELIVERY_COLUMNS: ColumnTypes<DeliveryRow> = {
  id: 'text',
  event: 'text',
  action: 'text',
  accepted_at: 'bigint',
};

const insertDeliveries = forRows(DELIVERY_COLUMNS, (db, rows) =>
  db
    .insertInto('deliveries')
    .columns(columnsOf(DELIVERY_COLUMNS))
    .expression(rows)
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id'),
);

/** Answers the ids that were not known. */
async function recordDeliveries(tx: Tx, deliveries: readonly Delivery[], now: number): Promise<Set<string>> {
  const written = await insertDeliveries(
    tx,
    deliveries.map(({ id, event, action }) => ({ id, event, action, accepted_at: now })),
  );
  return new Set(written.map(row => row.id));
}

async function acceptDelivery(
  tx: Tx,
  jobs: JobSink,
  delivery: Delivery,
  hints: CollectedHints,
  now: number,
): Promise<void> {
  const { added, suspension, sightings = [], instructions } = delivery;
  if (added !== undefined || suspension !== undefined || sightings.length > 0) await hints.write();
  if (added !== undefined) await acceptAdded(tx, jobs, added, now);
  if (suspension !== undefined) await acceptSuspension(tx, jobs, suspension);
  for (const sighting of sightings) await acceptSighting(tx, jobs, sighting, now);
  hints.add(delivery.hints);
  if (instructions.length > 0) await hints.write();
  for (const [index, instruction] of instructions.entries()) {
    await acceptInstruction(tx, jobs, instructionId(delivery.id, index, instruction), instruction, now);
  }
}

async function acceptAdded(
  tx: Tx,
  jobs: JobSink,
  { installationId, repositoryIds }: NonNullable<Delivery['added']>,
  now: number,
): Promise<void> {
  for (const repositoryId of repositoryIds) await welcomeBack(tx, jobs, installationId, repositoryId, now);
}

/** Of a repository that nothing is stored about, nothing is remembered either. */
async function acceptSighting(tx: Tx, jobs: JobSink, sighting: Sighting, now: number): Promise<void> {
  const { repository, observedAt } = sighting;
  if (await isGoneSince(tx, jobs, repository, observedAt, now)) return;
  if (!(await isKnownRepository(tx, repository.repositoryId))) return;
  await rememberRepositories(tx, jobs, [sighting]);
}

async function acceptInstruction(
  tx: Tx,
  jobs: JobSink,
  id: string,
  instruction: Instruction,
  now: number,
): Promise<void> {
  if (instruction.kind === 'forget') await acceptRemoval(tx, instruction, now);
  else if (!(await acceptSubject(tx, instruction))) return;
  if (!(await storeInstruction(tx, id, instruction, now))) return;
  await jobs.enqueue(tx, [instructionJob(id, instruction)]);
}

/** From here on nothing is accepted for what was removed; its rows go when the instruction is carried out. */
async function acceptRemoval(tx: Tx, { installationId, repositoryIds }: Removal, now: number): Promise<void> {
  for (const repositoryId of repositoryIds ?? [null]) {
    await writeTombstone(tx, installationId, repositoryId, now);
  }
}

/** False where what it is about was removed. */
async function acceptSubject(tx: Tx, instruction: Exclude<Instruction, Removal>): Promise<boolean> {
  const { installationId, repositoryId } =
    instruction.kind === 'introduce' ? instruction : instruction.repository;
  if (await isRepositoryGone(tx, installationId, repositoryId)) return false;
  // An introduction comes before the default branch is known, and what else makes up the row.
  if (instruction.kind !== 'introduce') await ensureRepository(tx, instruction.repository);
  return true;
}
