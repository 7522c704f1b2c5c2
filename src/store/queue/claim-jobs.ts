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
 * Marks jobs as running and answers them. The attempt is counted here and not when it fails, so that a job that ends
 * the whole process does not come back for ever. `now`: milliseconds since 1970.
 */
export async function claimJobs(db: Database, room: Room, now: number): Promise<ClaimedJob[]> {
  const running = new Map(room.running);
  return db.transaction().execute(async tx => {
    const claimed: ClaimedJob[] = [];
    while (claimed.length < room.free) {
      const id = await fairestReady(tx, { ...room, running }, now);
      if (id === null) break;
      const job = await claim(tx, id);
      claimed.push(job);
      running.set(job.installation_id, (running.get(job.installation_id) ?? 0) + 1);
    }
    return claimed;
  });
}

/**
 * The id of the job that comes next, or null. What somebody waits for comes before the background; of these, the
 * installation with the fewest running jobs is served first, so that one with many does not keep the others waiting; of
 * those, the longest ready one.
 */
async function fairestReady(tx: Tx, room: Room, now: number): Promise<number | null> {
  for (const background of [0, 1]) {
    for (const busy of busierFirst(room)) {
      const row = await readyJobs(tx, now)
        .where(eb => eb(eb.fn.coalesce('background', eb.lit(0)), '=', background))
        .$if(busy.length > 0, ready => ready.where('installation_id', 'not in', busy))
        .orderBy('run_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (row !== undefined) return row.id;
    }
  }
  return null;
}

/** The installations to pass over: first all with a running job, at last those that are full. */
function busierFirst({ running, perInstallation }: Room): number[][] {
  const counts = [...new Set([...running.values()].filter(count => count < perInstallation))];
  return [...counts.sort((a, b) => a - b), perInstallation].map(most =>
    [...running].filter(([, count]) => count >= most).map(([installationId]) => installationId),
  );
}

export async function isAnyReady(db: Database, now: number): Promise<boolean> {
  return (await readyJobs(db, now).limit(1).executeTakeFirst()) !== undefined;
}

/** Jobs whose time has come and that are the oldest of their lane. */
function readyJobs(db: Database, now: number) {
  return db
    .selectFrom('jobs')
    .where('state', '=', 'waiting')
    .where('run_at', '<=', now)
    .where(eb => {
      const olderInLane = eb
        .selectFrom('jobs as older')
        .whereRef('older.lane', '=', 'jobs.lane')
        .whereRef('older.id', '<', 'jobs.id')
        .select('older.id');
      return eb.not(eb.exists(olderInLane));
    })
    .select('id');
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
    .set(eb => ({ state: 'running' as const, held: 0, released: 0, attempts: eb('attempts', '+', 1) }))
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
