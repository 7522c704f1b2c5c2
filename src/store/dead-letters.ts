/** The `DeadLetters` port over any Kysely database and any queue. */
import { Instruction, Job } from '../jobs.ts';
import type { Clock, DeadLetter, DeadLetters } from '../ports.ts';
import type { JobSink } from './job-sink.ts';
import { retryDeadLetter } from './retry-dead-letter.ts';
import { readJson } from './stored-json.ts';
import type { Database, DeadLetterRow } from './tables.ts';

export function createDeadLetters(db: Database, jobs: JobSink, clock: Clock): DeadLetters {
  return {
    async list(which) {
      const rows = await lettersOf(db)
        .$if(which === 'open', letters => letters.where('retried_at', 'is', null))
        .orderBy('died_at', 'desc')
        .orderBy('reference_id')
        .execute();
      return toDeadLetters(db, rows);
    },
    async find(referenceId) {
      const rows = await lettersOf(db).where('reference_id', '=', referenceId).execute();
      return (await toDeadLetters(db, rows))[0] ?? null;
    },
    async retry(referenceId) {
      const now = clock.now().getTime();
      const retried = await db.transaction().execute(tx => retryDeadLetter(tx, jobs, referenceId, now));
      if (retried === 'waiting') jobs.wake();
      return retried;
    },
  };
}

type LetterRow = DeadLetterRow & { readonly owner: string | null; readonly name: string | null };

function lettersOf(db: Database) {
  return db
    .selectFrom('dead_letters')
    .leftJoin('repositories', 'repositories.repository_id', 'dead_letters.repository_id')
    .selectAll('dead_letters')
    .select(['repositories.owner', 'repositories.name']);
}

async function toDeadLetters(db: Database, rows: readonly LetterRow[]): Promise<readonly DeadLetter[]> {
  const letters = rows.map(row => ({ row, job: readJson(Job, row.payload) }));
  const kinds = await instructionKinds(
    db,
    letters.map(({ job }) => job),
  );
  return letters.map(({ row, job }) => ({
    referenceId: row.reference_id,
    job,
    instruction: job?.kind === 'carry-out' ? (kinds.get(job.instructionId) ?? null) : null,
    installationId: row.installation_id,
    repository: row.owner === null || row.name === null ? null : { owner: row.owner, name: row.name },
    code: row.code,
    detail: row.detail,
    diedAt: new Date(row.died_at),
    toldAt: row.concluded_at === null ? null : new Date(row.concluded_at),
    retriedAt: row.retried_at === null ? null : new Date(row.retried_at),
  }));
}

async function instructionKinds(
  db: Database,
  jobs: readonly (Job | null)[],
): Promise<ReadonlyMap<string, Instruction['kind']>> {
  const ids = jobs.flatMap(job => (job?.kind === 'carry-out' ? [job.instructionId] : []));
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('instructions').where('id', 'in', ids).select(['id', 'payload']).execute();
  const kinds = new Map<string, Instruction['kind']>();
  for (const { id, payload } of rows) {
    const instruction = readJson(Instruction, payload);
    if (instruction !== null) kinds.set(id, instruction.kind);
  }
  return kinds;
}
