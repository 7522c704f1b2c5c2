/**
 * A process among others on PostgreSQL: `node worker-process.ts DATABASE_URL`. Says "ready"; then takes lines from its
 * input, and says each when it is done: `accept N` takes in N pushes, each to one of twenty branches; `work` starts to
 * work off, with a row in `runs` for each run, by the database's time; `hang` starts a run that never ends; `idle`.
 */
import { createInterface } from 'node:readline';
import pg from 'pg';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';

const [databaseUrl = ''] = process.argv.slice(2);
const clock = { now: () => new Date() };
const { store, queue } = await openPostgresStore({ databaseUrl, clock, logger: createCollectingLogger() });
const pool = new pg.Pool({ connectionString: databaseUrl });

async function accept(count: number): Promise<void> {
  const pushes = Array.from({ length: count }, (_, index) =>
    store.accept(
      delivery({
        id: `${process.pid}/${index}`,
        hints: [hint({ ref: { kind: 'branch', branch: `b${index % 20}` } })],
      }),
    ),
  );
  await Promise.all(pushes);
}

function work(): void {
  queue.work({
    run: async job => {
      const key = job.kind === 'review-target' ? job.targetKey : job.instructionId;
      const { rows } = await pool.query(
        'insert into runs (key, process, began) values ($1, $2, clock_timestamp()) returning id',
        [key, process.pid],
      );
      const state = await store.readTarget(key);
      if (state !== null) await store.finishTarget(key, state.requested);
      await pool.query('update runs set ended = clock_timestamp() where id = $1', [rows[0].id]);
      return null;
    },
    giveUp: async () => null,
  });
}

function hang(): Promise<void> {
  const started = Promise.withResolvers<void>();
  queue.work({
    run: () => {
      started.resolve();
      return new Promise<null>(() => {});
    },
    giveUp: async () => null,
  });
  return started.promise;
}

process.stdout.write('ready\n');
for await (const line of createInterface(process.stdin)) {
  const [command, count] = line.split(' ');
  if (command === 'work') work();
  if (command === 'hang') await hang();
  if (command === 'accept') await accept(Number(count));
  if (command === 'idle') await queue.idle();
  process.stdout.write(`${command}\n`);
}
process.exit(0);
