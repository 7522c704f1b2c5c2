/** What a delivery costs a store that knows few branches, and one that knows very many. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openPostgresStore } from '../../../src/store/open-postgres-store.ts';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.ts';
import type { OpenStore } from '../../../src/store/open-store.ts';
import { type ManyRowsTable, manyRows, rowIds } from '../../../test/store/many-rows.ts';
import { measureInTurn, type Timing } from '../measure.ts';
import { createPostgresSchema } from '../postgres-schema.ts';
import { pushTo } from './examples.ts';
import { silentLogger } from './silent-logger.ts';

/** What a service that has reviewed so many branches has stored of them. */
const TABLES: readonly ManyRowsTable[] = ['repositories', 'targets', 'deliveries', 'publications'];
const clock = { now: () => new Date() };

export interface GrowthSize {
  readonly few: number;
  readonly many: number;
  readonly rounds: number;
  /** Deliveries in a round, all under way at a time. */
  readonly deliveries: number;
}

interface Grown {
  readonly store: OpenStore;
  readonly close: () => Promise<void>;
}

type OpenGrown = (rows: number) => Promise<Grown>;

export const growOnPostgres: OpenGrown = async rows => {
  const schema = await createPostgresSchema();
  const store = await openPostgresStore({ databaseUrl: schema.databaseUrl, clock, logger: silentLogger });
  for (const statement of statementsFor(rows)) await schema.run(statement);
  await schema.run('vacuum analyze');
  return {
    store,
    close: async () => {
      await store.close();
      await schema.drop();
    },
  };
};

export const growOnSqlite: OpenGrown = async rows => {
  const folder = mkdtempSync(join(tmpdir(), 'showwork-bench-'));
  const path = join(folder, 'showwork.sqlite');
  await (await openSqliteStore({ path, clock, logger: silentLogger })).close();
  const database = new DatabaseSync(path);
  for (const statement of statementsFor(rows)) database.exec(statement);
  database.close();
  const store = await openSqliteStore({ path, clock, logger: silentLogger });
  return {
    store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

function statementsFor(rows: number): string[] {
  return manyRows(TABLES, { from: 0, to: rows - 1, now: Date.now() });
}

/** Of each size the time of a round: taken in, taken as a job, looked up, allowed to write, recorded and finished. */
export async function measureGrowth(grow: OpenGrown, size: GrowthSize): Promise<readonly Timing[]> {
  const sizes = [
    { name: 'few', rows: size.few, grown: await grow(size.few) },
    { name: 'many', rows: size.many, grown: await grow(size.many) },
  ];
  try {
    for (const { grown } of sizes) work(grown.store);
    return await measureInTurn(
      sizes.map(({ name, rows, grown }) => ({
        name,
        run: async () => {
          const ids = Array.from({ length: size.deliveries }, () => rowIds(Math.floor(Math.random() * rows)));
          await Promise.all(
            ids.map(({ repositoryId, installationId }) =>
              grown.store.store.accept(pushTo(repositoryId, installationId)),
            ),
          );
          await grown.store.queue.idle();
        },
      })),
      { rounds: size.rounds },
    );
  } finally {
    for (const { grown } of sizes) await grown.close();
  }
}

/** What a review asks of the store, without the review. */
function work({ queue, store, publications, limiter }: OpenStore): void {
  queue.work({
    run: async job => {
      if (job.kind !== 'review-target') return null;
      const target = await store.readTarget(job.targetKey);
      if (target === null) return null;
      const { repository, key, head, requested } = target;
      await publications.find(repository.repositoryId, head ?? '');
      await limiter.take(repository.installationId);
      const { publication } = await publications.intend(repository, head ?? '', null);
      await publications.record({ ...publication, checkRunId: 1, digest: 'digest' });
      await store.finishTarget(key, requested);
      return null;
    },
    giveUp: async () => null,
  });
}
