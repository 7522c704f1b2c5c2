/** Which job comes next. */
import type { Selectable } from 'kysely';
import { hold } from '../hold.ts';
import { isNoneOf } from '../none-of.ts';
import type { Database, JobRow, Tx } from '../tables.ts';
import { hasManyWriters, transact } from '../transact.ts';
import { isRunning, isWaiting, RUNNING } from './job-states.ts';

const CLAIMED = [
  'id',
  'key',
  'payload',
  'installation_id',
  'repository_id',
  'phase',
  'attempts',
  'reference_id',
  'holder',
] as const;

export type ClaimedJob = Pick<Selectable<JobRow>, (typeof CLAIMED)[number]>;

export interface Room {
  /** The process that asks. */
  readonly holder: string;
  /** How many more jobs it may start. */
  readonly free: number;
  /** At most this many of one installation run at a time, wherever. */
  readonly perInstallation: number;
  /**
   * What runs here, with its installation: it takes up room until it has ended here, whatever became of its row, and is
   * not started a second time.
   */
  readonly running: ReadonlyMap<number, number>;
}

/** How many jobs of each installation run now. */
type Running = ReadonlyMap<number, number>;

/**
 * Marks jobs as running and answers them. The attempt is counted here and not when it fails, so that a job that ends
 * the whole process does not come back for ever. `now`: milliseconds since 1970.
 */
export async function claimJobs(db: Database, room: Room, now: number): Promise<ClaimedJob[]> {
  if (room.free <= 0 || !(await isAnyReady(db, now))) return [];
  return transact(db, async tx => {
    await hold(tx, ['claiming']);
    const running = await countRunning(tx, room);
    const claimed: ClaimedJob[] = [];
    while (claimed.length < room.free) {
      const job = await claimFairest(tx, room, running, now);
      if (job === null) break;
      claimed.push(job);
      countOne(running, job.installation_id);
    }
    return claimed;
  });
}

/** Here and in other processes. */
async function countRunning(tx: Tx, room: Room): Promise<Map<number, number>> {
  const elsewhere = await tx
    .selectFrom('jobs')
    .where(isRunning)
    .where('holder', '!=', room.holder)
    .groupBy('installation_id')
    .select(['installation_id', tx.fn.countAll<number>().as('jobs')])
    .execute();
  const running = new Map(elsewhere.map(row => [row.installation_id, row.jobs]));
  for (const installationId of room.running.values()) countOne(running, installationId);
  return running;
}

function countOne(running: Map<number, number>, installationId: number): void {
  running.set(installationId, (running.get(installationId) ?? 0) + 1);
}

/**
 * The job that comes next, or null. What somebody waits for comes before the background; of these, the
 * installation with the fewest running jobs is served first, so that one with many does not keep the others waiting; of
 * those, the longest ready one. A row that somebody is writing at this moment is left for the next look.
 */
async function claimFairest(tx: Tx, room: Room, running: Running, now: number): Promise<ClaimedJob | null> {
  for (const background of [0, 1]) {
    for (const busy of busierFirst(running, room.perInstallation)) {
      const next = readyJobs(tx, now)
        .where(eb => eb(eb.fn.coalesce('background', eb.lit(0)), '=', background))
        .where(isNoneOf(tx, 'installation_id', busy))
        .where(isNoneOf(tx, 'id', [...room.running.keys()]))
        .orderBy('run_at')
        .orderBy('id')
        .limit(1)
        .$if(hasManyWriters(tx), ready => ready.forUpdate().skipLocked());
      const job = await claim(tx, next, room.holder);
      if (job !== undefined) return job;
    }
  }
  return null;
}

/** The installations to pass over: first all with a running job, at last those that are full. */
function busierFirst(running: Running, perInstallation: number): number[][] {
  const counts = [...new Set([...running.values()].filter(count => count < perInstallation))];
  return [...counts.sort((a, b) => a - b), perInstallation].map(most =>
    [...running].filter(([, count]) => count >= most).map(([installationId]) => installationId),
  );
}

export async function isAnyReady(db: Database, now: number): Promise<boolean> {
  return (await readyJobs(db, now).limit(1).executeTakeFirst()) !== undefined;
}

/** Whether a job runs in any process. */
export async function isAnyRunning(db: Database): Promise<boolean> {
  const row = await db.selectFrom('jobs').where(isRunning).limit(1).select('id').executeTakeFirst();
  return row !== undefined;
}

/** Jobs whose time has come, that are the oldest of their lane, and of whose lane none runs. */
function readyJobs(db: Database, now: number) {
  return db
    .selectFrom('jobs')
    .where(isWaiting)
    .where('run_at', '<=', now)
    .where(eb => {
      const beforeInLane = eb
        .selectFrom('jobs as other')
        .whereRef('other.lane', '=', 'jobs.lane')
        .where(other =>
          other.or([other('other.id', '<', other.ref('jobs.id')), other('other.state', '=', RUNNING)]),
        )
        .select('other.id');
      return eb.not(eb.exists(beforeInLane));
    })
    .select('id');
}

/** When the next waiting job becomes ready, in milliseconds since 1970; null where none is delayed. */
export async function nextTime(db: Database, now: number): Promise<number | null> {
  const row = await db
    .selectFrom('jobs')
    .where(isWaiting)
    .where('run_at', '>', now)
    .orderBy('run_at')
    .limit(1)
    .select('run_at')
    .executeTakeFirst();
  return row?.run_at ?? null;
}

function claim(tx: Tx, next: ReturnType<typeof readyJobs>, holder: string): Promise<ClaimedJob | undefined> {
  return tx
    .updateTable('jobs')
    .set(eb => ({
      state: 'running' as const,
      asks: 0,
      holder,
      held: 0,
      released: 0,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', next)
    .returning(CLAIMED)
    .executeTakeFirst();
}
