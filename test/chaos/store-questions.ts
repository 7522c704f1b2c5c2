import { z } from 'zod';
import type { ChaosDatabase } from './database.ts';
import type { History } from './history.ts';

type Asked = Pick<ChaosDatabase, 'rows'>;
const Count = z.coerce.number();

/** How many jobs of each installation run, in all processes together. */
export async function readRunning({ rows }: Asked): Promise<History['running']> {
  const Row = z.object({ installation_id: Count, jobs: Count });
  const found = await rows(
    "select installation_id, count(*) as jobs from jobs where state = 'running' group by installation_id",
  );
  return z
    .array(Row)
    .parse(found)
    .map(({ installation_id: installationId, jobs }) => ({ installationId, jobs }));
}

/** Jobs of one lane run in the order of their ids, also where a clock that was ahead gave an older one a later time. */
const IS_NEXT_OF_ITS_LANE = `not exists (
  select 1 from jobs as older where older.lane = jobs.lane and older.id < jobs.id)`;

/** Whether a job runs, or could. */
export async function isAnythingReady({ rows }: Asked, now: Date): Promise<boolean> {
  const found = await rows(
    `select id from jobs
      where state = 'running' or (run_at <= ${now.getTime()} and ${IS_NEXT_OF_ITS_LANE}) limit 1`,
  );
  return found.length > 0;
}

/** When the next job becomes ready that does not wait for the end of a suspension; null where there is none. */
export async function nextJobAt({ rows }: Asked): Promise<Date | null> {
  const [row] = z.array(z.object({ at: Count.nullable() })).parse(
    await rows(
      `select min(run_at) as at from jobs where ${IS_NEXT_OF_ITS_LANE} and not exists (
        select 1 from write_limits
        where write_limits.installation_id = jobs.installation_id and write_limits.suspended = 1)`,
    ),
  );
  return row?.at == null ? null : new Date(row.at);
}
