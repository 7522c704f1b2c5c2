/** Things to do once, each with what became of it. */
import { Instruction } from '../jobs.ts';
import { subjectOf } from './job-sink.ts';
import { readRepository } from './repositories.ts';
import { requireJson } from './stored-json.ts';
import type { Database, Tx } from './tables.ts';

/** A delivery can carry several. */
export function instructionId(deliveryId: string, index: number): string {
  return `${deliveryId}#${index}`;
}

/** `now`: milliseconds since 1970. */
export async function storeInstruction(
  tx: Tx,
  id: string,
  instruction: Instruction,
  now: number,
): Promise<void> {
  const { installationId, repositoryId } = subjectOf(instruction);
  await tx
    .insertInto('instructions')
    .values({
      id,
      kind: instruction.kind,
      installation_id: installationId,
      repository_id: repositoryId,
      payload: JSON.stringify(instruction),
      accepted_at: now,
    })
    .execute();
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
  if (instruction.kind === 'forget') return instruction;
  const { repository } = instruction;
  return { ...instruction, repository: (await readRepository(db, repository.repositoryId)) ?? repository };
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
