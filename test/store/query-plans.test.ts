/** However much is stored, what happens to a delivery looks at a few rows: no statement on its way reads a table through. */
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { delivery, hint, REPOSITORY, repository, SNAPSHOT, sha } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { fillStore } from './fill-store.ts';
import { GROWING_TABLES, manyRows, rowIds } from './many-rows.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';
import { type WatchedDatabase, watchPostgres, watchSqlite } from './watched-databases.ts';

/** Enough that a database prefers an index where it has one. */
const ROWS = 20_000;
/** What does not grow with use: what GitHub could not bring and did not bring since, and the names of processes. */
const SMALL_TABLES = ['failed_deliveries', 'leases'];

const schemas = createPostgresSchemas();
let watched: WatchedDatabase | null = null;
afterEach(async () => {
  await watched?.close();
  watched = null;
  await schemas.cleanUp();
});
afterAll(schemas.drop);

/** Deliveries, jobs and reviews of known repositories and of new ones, through every port on their way. */
async function live({ open, time }: WatchedDatabase): Promise<void> {
  const known = repository(rowIds(5_000));
  const first = open();
  await fillStore(first, [known, REPOSITORY]);
  await first.queue.stop(time.now());

  // Another process finishes what the first handed back, and reviews a push that it was told of before.
  const next = open();
  const push = delivery({ hints: [hint({ repository: known, head: sha(2), observedAt: 2_000 })] });
  expect(await next.store.accept(push)).toBe('accepted');
  expect(await next.store.accept(push)).toBe('duplicate');
  const worker = createScriptedWorker(async key => {
    const target = await next.store.readTarget(key);
    if (target === null) await next.store.finishInstruction(key, 'done');
    else await next.store.finishTarget(key, target.requested, SNAPSHOT);
    return null;
  });
  next.queue.work(worker);
  time.advance(10_000);
  await next.queue.idle();
  expect(worker.runs).toContain(targetKey(hint({ repository: known }).target));
  await reviewOnce(next, known);
  await next.queue.stop(time.now());
}

/** What a review asks of the ports beside its job. */
async function reviewOnce(
  { settings, reports, publications, limiter, heads, intents }: ReturnType<WatchedDatabase['open']>,
  known: typeof REPOSITORY,
): Promise<void> {
  const { installationId, repositoryId } = known;
  await settings.find(repositoryId);
  await settings.findOwner(installationId);
  await limiter.pausedUntil(installationId);
  await reports.find(repositoryId, 'inputs');
  await publications.find(repositoryId, sha(2));
  const { publication } = await publications.intend(known, sha(2), null);
  await publications.claim(publication);
  await publications.record({ ...publication, checkRunId: 7, digest: 'd' });
  await limiter.pause(installationId, new Date(0));
  await heads.due(10);
  await heads.known(repositoryId);
  await heads.lastActive(repositoryId);
  await intents.list(new Date(0), new Date(), 10);
}

async function expectNoScans(database: WatchedDatabase): Promise<void> {
  watched = database;
  const { time, statements, run, scanned } = database;
  for (const rows of manyRows(GROWING_TABLES, { from: 0, to: ROWS, now: time.now().getTime() })) {
    await run(rows);
  }
  await run('analyze');
  await live(database);
  const different = new Map(statements.map(statement => [statement.sql, statement]));
  const ofTables = [...different.values()].filter(({ sql }) => /^(select|insert|update|delete) /.test(sql));
  expect(ofTables.length).toBeGreaterThan(60);
  const scans: { readonly sql: string; readonly tables: readonly string[] }[] = [];
  for (const statement of ofTables) {
    const tables = (await scanned(statement)).filter(table => !SMALL_TABLES.includes(table));
    if (tables.length > 0) scans.push({ sql: statement.sql, tables });
  }
  expect(scans).toEqual([]);
}

test('on SQLite', async () => expectNoScans(await watchSqlite()));

describeOnPostgres('on PostgreSQL', () => {
  test('as well', async () => expectNoScans(await watchPostgres(await schemas.newUrl())));
});
