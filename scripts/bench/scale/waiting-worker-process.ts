/**
 * A worker process whose reviews only wait, as long as those for GitHub do, and use no processor: what is left is the
 * queue. Says "ready", then a message for each job that has ended.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgresStore } from '../../../src/store/open-postgres-store.ts';
import { silentLogger } from './silent-logger.ts';

const [databaseUrl = '', waitMs = ''] = process.argv.slice(2);
const clock = { now: () => new Date() };
const { store, queue } = await openPostgresStore({ databaseUrl, clock, logger: silentLogger });
queue.work({
  run: async job => {
    if (job.kind !== 'review-target') return null;
    const target = await store.readTarget(job.targetKey);
    await pause(Number(waitMs));
    if (target !== null) await store.finishTarget(target.key, target.requested);
    process.send?.('done');
    return null;
  },
  giveUp: async () => null,
});
process.send?.('ready');
