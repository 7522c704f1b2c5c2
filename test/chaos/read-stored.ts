/** What the store holds at the end of a run, on either database. */
import { z } from 'zod';
import { Instruction } from '../../src/jobs.ts';
import type { ChaosDatabase } from './database.ts';
import type { EndInstruction, EndJob, EndLetter } from './history.ts';

/** PostgreSQL's driver gives large numbers as text. */
const Count = z.coerce.number();

const Target = z.object({ key: z.string(), head: z.string().nullable(), requested: Count, done: Count });
const Letter = z.object({
  job_key: z.string(),
  installation_id: Count,
  repository_id: Count.nullable(),
  code: z.string(),
  concluded_at: Count.nullable(),
});
const Job = z.object({ key: z.string(), installation_id: Count, suspended: Count.nullable() });
const StoredInstruction = z.object({
  id: z.string(),
  kind: z.string(),
  installation_id: Count,
  payload: z.string(),
  result: z.string().nullable(),
});

export interface Stored {
  readonly targets: ReadonlyMap<string, z.infer<typeof Target>>;
  readonly repositories: ReadonlySet<number>;
  readonly deliveries: ReadonlySet<string>;
  readonly instructions: readonly EndInstruction[];
  readonly letters: readonly EndLetter[];
  readonly jobs: readonly EndJob[];
}

export async function readStored({ rows }: Pick<ChaosDatabase, 'rows'>): Promise<Stored> {
  const read = async <Row>(schema: z.ZodType<Row>, sql: string) => z.array(schema).parse(await rows(sql));
  const targets = await read(Target, 'select key, head, requested, done from targets');
  const repositories = await read(z.object({ id: Count }), 'select repository_id as id from repositories');
  const deliveries = await read(z.object({ id: z.string() }), 'select id from deliveries');
  const instructions = await read(StoredInstruction, 'select * from instructions order by accepted_at');
  const letters = await read(Letter, 'select * from dead_letters order by died_at');
  const jobs = await read(
    Job,
    'select key, jobs.installation_id, suspended from jobs left join write_limits on write_limits.installation_id = jobs.installation_id order by id',
  );
  return {
    targets: new Map(targets.map(target => [target.key, target])),
    repositories: new Set(repositories.map(({ id }) => id)),
    deliveries: new Set(deliveries.map(({ id }) => id)),
    instructions: instructions.map(toInstruction),
    letters: letters.map(letter => ({
      jobKey: letter.job_key,
      installationId: letter.installation_id,
      repositoryId: letter.repository_id,
      code: letter.code,
      told: letter.concluded_at !== null,
    })),
    jobs: jobs.map(job => ({
      key: job.key,
      installationId: job.installation_id,
      suspended: job.suspended === 1,
    })),
  };
}

function toInstruction(row: z.infer<typeof StoredInstruction>): EndInstruction {
  const instruction = Instruction.parse(JSON.parse(row.payload));
  return {
    id: row.id,
    kind: row.kind,
    installationId: row.installation_id,
    result: row.result,
    comment: instruction.kind === 'comment' ? { id: instruction.commentId, text: instruction.text } : null,
  };
}
