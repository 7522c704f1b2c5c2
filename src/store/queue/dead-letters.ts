/** Jobs that were given up, kept for the operator. */
import { randomBytes } from 'node:crypto';
import { ERRORS, type ErrorCode, ShowworkError } from '../../errors.ts';
import type { Database, Tx } from '../tables.ts';
import type { ClaimedJob } from './claim-jobs.ts';

/** Short enough for a learner to copy; 48 random bits. */
function newReferenceId(): string {
  return randomBytes(6).toString('hex');
}

/** Writes the dead letter and answers its reference id. `now`: milliseconds since 1970. */
export async function writeDeadLetter(
  tx: Tx,
  job: ClaimedJob,
  error: ShowworkError,
  now: number,
): Promise<string> {
  const referenceId = newReferenceId();
  await tx
    .insertInto('dead_letters')
    .values({
      reference_id: referenceId,
      job_key: job.key,
      payload: job.payload,
      installation_id: job.installation_id,
      repository_id: job.repository_id,
      code: error.code,
      // The message begins with the code.
      detail: error.message.slice(`${error.code}: `.length),
      died_at: now,
    })
    .execute();
  return referenceId;
}

/** The error that a job was given up for; INTERNAL where its letter is gone or has a code of a newer version. */
export async function readDeathCause(db: Database, referenceId: string): Promise<ShowworkError> {
  const row = await db
    .selectFrom('dead_letters')
    .where('reference_id', '=', referenceId)
    .select(['code', 'detail'])
    .executeTakeFirst();
  const code = row?.code ?? '';
  return new ShowworkError(isErrorCode(code) ? code : 'INTERNAL', row?.detail ?? 'the dead letter is gone');
}

/** Records that the learner was told. `now`: milliseconds since 1970. */
export async function concludeDeadLetter(tx: Tx, referenceId: string, now: number): Promise<void> {
  await tx
    .updateTable('dead_letters')
    .set({ concluded_at: now })
    .where('reference_id', '=', referenceId)
    .execute();
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
