/** Things to do once, each with what became of it. */
import { Instruction, ownKey, type Repository } from '../jobs.ts';
import { subjectOf } from './job-sink.ts';
import { readRepository } from './repositories.ts';
import { requireJson } from './stored-json.ts';
import type { Database, Tx } from './tables.ts';

/** The instruction's own key, or its place in the delivery: a delivery can carry several. */
export function instructionId(deliveryId: string, index: number, instruction: Instruction): string {
  return ownKey(instruction) ?? `${deliveryId}#${index}`;
}

/** False where the instruction is known, also where it is finished. `now`: milliseconds since 1970. */
export async function storeInstruction(
  tx: Tx,
  id: string,
  instruction: Instruction,
  now: number,
): Promise<boolean> {
  const { installationId, repositoryId } = subjectOf(instruction);
  const written = await tx
    .insertInto('instructions')
    .values({
      id,
      kind: instruction.kind,
      installation_id: installationId,
      repository_id: repositoryId,
      payload: JSON.stringify(instruction),
      accepted_at: now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/**
 * The instruction with the newest name of its repository; null where it is finished or was forgotten. Fails with
 * PAYLOAD_INVALID where it cannot be read back.
 */
export async function readInstruction(db: Database, id: string): Promise<Instruction | null> {
  const row = await db
    .selectFrom('instructions')
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .select('payload')
    .executeTakeFirst();
  if (row === undefined) return null;
  const instruction = requireJson(Instruction, row.payload, `instruction ${id}`);
  const { repositoryId } = subjectOf(instruction);
  const newest = repositoryId === null ? null : await readRepository(db, repositoryId);
  return newest === null ? instruction : withRepository(instruction, newest);
}

function withRepository(instruction: Instruction, newest: Repository): Instruction {
  if (instruction.kind === 'forget') return instruction;
  if (instruction.kind !== 'introduce') return { ...instruction, repository: newest };
  const { installationId, owner, name } = newest;
  return { ...instruction, installationId, owner, name, private: newest.private };
}

/** What became of it is forgotten, so that it is carried out once more. */
export async function reopenInstruction(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('instructions')
    .set({ result: null, finished_at: null })
    .where('id', '=', id)
    .execute();
}

/** The first result stands. `now`: milliseconds since 1970. */
export async function finishInstruction(
  db: Database,
  id: string,
  result: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('instructions')
    .set({ result, finished_at: now })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
}
