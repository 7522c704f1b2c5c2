/** Whole reviews by so many worker processes beside one web process, and what they leave on disk. */
import { openPostgresStore } from '../../../src/store/open-postgres-store.ts';
import { cutoffsAt } from '../../../src/sweeps/retention.ts';
import { createPostgresSchema, type PostgresSchema } from '../postgres-schema.ts';
import { sideBySide } from '../pushes/pace.ts';
import { Pushes } from '../pushes/pushes.ts';
import { type Accounts, addRepositories } from '../pushes/repositories.ts';
import { openStage } from '../pushes/stage.ts';
import { silentLogger } from './silent-logger.ts';

const DELIVERIES_AT_ONCE = 20;
const YEAR_MS = 365 * 24 * 3_600_000;

export interface Workload extends Accounts {
  /** To each repository, after one to get to know it. */
  readonly pushesEach: number;
}

export interface WorkersFigures {
  readonly perSecond: number;
  /** On disk, of tables and indexes. */
  readonly bytesPerDelivery: number;
  /** The same after everything that may go has gone, and its place was given back. */
  readonly bytesLeftPerDelivery: number;
}

export async function reviewThroughput(workers: number, load: Workload): Promise<WorkersFigures> {
  const schema = await createPostgresSchema();
  const stage = await openStage();
  try {
    const repositories = addRepositories(stage.simulator, load);
    const web = await stage.serve({ DATABASE_URL: schema.databaseUrl, ROLE: 'web' });
    const empty = await schema.bytes();
    for (let number = 0; number < workers; number += 1) {
      await stage.serve({ DATABASE_URL: schema.databaseUrl, ROLE: 'worker' });
    }
    const pushes = new Pushes(stage.simulator, () => web.webhookUrl);
    await sideBySide(repositories, DELIVERIES_AT_ONCE, repository =>
      pushes.push(repository, performance.now(), 'main'),
    );
    await pushes.drained();
    pushes.take();

    const started = performance.now();
    const all = Array.from({ length: load.pushesEach }, () => repositories).flat();
    await sideBySide(all, DELIVERIES_AT_ONCE, repository => pushes.push(repository));
    await pushes.drained();
    const seconds = (performance.now() - started) / 1000;
    const deliveries = repositories.length + all.length;
    const full = await schema.bytes();
    const left = await pruneAll(schema);
    return {
      perSecond: all.length / seconds,
      bytesPerDelivery: (full - empty) / deliveries,
      bytesLeftPerDelivery: Math.max(0, left - empty) / deliveries,
    };
  } finally {
    await stage.close();
    await schema.drop();
  }
}

/** As if nothing happened for a year. Answers the bytes that what is kept takes. */
async function pruneAll(schema: PostgresSchema): Promise<number> {
  const clock = { now: () => new Date() };
  const opened = await openPostgresStore({ databaseUrl: schema.databaseUrl, clock, logger: silentLogger });
  const cutoffs = cutoffsAt(new Date(Date.now() + YEAR_MS));
  while ((await opened.pruning.prune(cutoffs, 1_000)).more);
  await opened.close();
  await schema.run('vacuum full');
  return schema.bytes();
}
