/** Which job comes next. */
import type { Selectable } from 'kysely';
import type { Database, JobRow, Tx } from '../tables.ts';

export type ClaimedJob = Pick<
  Selectable<JobRow>,
  'id' | 'key' | 'payload' | 'installation_id' | 'repository_id' | 'phase' | 'attempts' | 'reference_id'
>;

export interface Room {
  /** How many more jobs may start. */
  readonly free: number;
  /** At most this many of one installation run at a time. */
  readonly perInstallation: number;
  /** How many of each installation run now. */
  readonly running: ReadonlyMap<number, number>;
}

/**
 * Marks jobs as running and answers them, the longest ready first. The attempt is counted here and not when it fails,
 * so that a job that ends the whole process does not come back for ever. `now`: milliseconds since 1970.
 */
export async function claimJobs(db: Database, room: Room, now: number): Promise<ClaimedJob[]> {
  const running = new Map(room.running);
  return db.transaction().execute(async tx => {
    const claimed: ClaimedJob[] = [];
    while (claimed.length < room.free) {
      const full = [...running].filter(([, count]) => count >= room.perInstallation).map(([id]) => id);
      const id = await nextReady(tx, full, now);
      if (id === null) break;
      const job = await claim(tx, id);
      claimed.push(job);
      running.set(job.installation_id, (running.get(job.installation_id) ?? 0) + 1);
    }
    return claimed;
  });
}

/** The id of the job that has been ready for longest and may start, or null. */
export async function nextReady(
  db: Database,
  fullInstallations: readonly number[],
  now: number,
): Promise<number | null> {
  let ready = db.selectFrom('jobs').where('state', '=', 'waiting').where('run_at', '<=', now);
  if (fullInstallations.length > 0) ready = ready.where('installation_id', 'not in', fullInstallations);
  const row = await ready
    .where(eb => {
      const olderInLane = eb
        .selectFrom('jobs as older')
        .whereRef('older.lane', '=', 'jobs.lane')
        .whereRef('older.id', '<', 'jobs.id')
        .select('older.id');
      return eb.not(eb.exists(olderInLane));
    })
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .select('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** When the next waiting job becomes ready, in milliseconds since 1970; null where none is delayed. */
export async function nextTime(db: Database, now: number): Promise<number | null> {
  const row = await db
    .selectFrom('jobs')
    .where('state', '=', 'waiting')
    .where('run_at', '>', now)
    .orderBy('run_at')
    .limit(1)
    .select('run_at')
    .executeTakeFirst();
  return row?.run_at ?? null;
}

function claim(tx: Tx, id: number): Promise<ClaimedJob> {
  return tx
    .updateTable('jobs')
    .set(eb => ({ state: 'running' as const, held: 0, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .returning([
      'id',
      'key',
      'payload',
      'installation_id',
      'repository_id',
      'phase',
      'attempts',
      'reference_id',
    ])
    .executeTakeFirstOrThrow();
}
