/** The `QueueStats` port over the embedded queue's table. */
import type { Clock, JobCounts, QueueStats } from '../../ports.ts';
import { countDeadLetters } from '../dead-letter-counts.ts';
import type { Database } from '../tables.ts';
import { isWaiting } from './job-states.ts';

export function createQueueStats(db: Database, clock: Clock): QueueStats {
  return {
    async read() {
      const now = clock.now().getTime();
      return {
        jobs: await countJobs(db, now),
        readySince: { prompt: await readySince(db, now, 0), background: await readySince(db, now, 1) },
        deadLetters: await countDeadLetters(db),
      };
    },
  };
}

async function countJobs(db: Database, now: number): Promise<JobCounts> {
  const rows = await db
    .selectFrom('jobs')
    .select(eb => [
      'state',
      eb.case().when('run_at', '<=', now).then(1).else(0).end().as('due'),
      eb.fn.countAll().as('count'),
    ])
    .groupBy(['state', 'due'])
    .execute();
  const sum = (state: string, due?: number) =>
    rows
      .filter(row => row.state === state && (due === undefined || row.due === due))
      .reduce((total, row) => total + Number(row.count), 0);
  return { ready: sum('waiting', 1), delayed: sum('waiting', 0), running: sum('running') };
}

/** `background`: 1 for the jobs that nobody waits for. */
async function readySince(db: Database, now: number, background: 0 | 1): Promise<Date | null> {
  const row = await db
    .selectFrom('jobs')
    .where(isWaiting)
    .where('run_at', '<=', now)
    .where(eb => eb(eb.fn.coalesce('background', eb.lit(0)), '=', background))
    .orderBy('run_at')
    .limit(1)
    .select('run_at')
    .executeTakeFirst();
  return row === undefined ? null : new Date(row.run_at);
}
