/** This version on a database that a newer one has migrated, while it works and when it starts again. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { targetKey } from '../../src/jobs.ts';
import { moveStore } from '../../src/store/move-store.ts';
import { inspectPostgres } from '../../src/store/postgres/inspect-database.ts';
import { migrateDatabase } from '../../src/store/postgres/migrate-database.ts';
import { openBesideServers } from '../../src/store/postgres/open-beside-servers.ts';
import { backUp } from '../../src/store/sqlite/backup.ts';
import { inspectDatabase } from '../../src/store/sqlite/inspect-database.ts';
import { openBesideServer } from '../../src/store/sqlite/open-beside-server.ts';
import { restore } from '../../src/store/sqlite/restore.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { startPushTraffic } from '../helpers/push-traffic.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server-process.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { ADDING, CLOSING, CLOSING_NAME, migrateFile } from './next-version.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';
import { createStoreFiles } from './store-files.ts';

/** Several processes, one after the other. */
jest.setTimeout(120_000);

const MAIN_KEY = targetKey(hint().target);
const REFUSAL = new RegExp(`newer version of Showwork \\(it has .*${CLOSING_NAME}\\)`);
const logger = createCollectingLogger();

const files = createStoreFiles();
/** A database that was migrated further is not for another test. */
let schemas: ReturnType<typeof createPostgresSchemas>;
beforeEach(() => {
  schemas = createPostgresSchemas();
});
afterEach(async () => {
  await files.cleanUp();
  await schemas.cleanUp();
  await schemas.drop();
});

describe('on a file of a newer version', () => {
  async function migratedFile(migrations: typeof ADDING): Promise<string> {
    const path = files.newPath();
    const { store, close } = await files.openAt(path);
    await store.accept(delivery({ hints: [hint()] }));
    await close();
    await migrateFile(path, migrations);
    return path;
  }

  test('that lets it work, it goes on where it was', async () => {
    const path = await migratedFile(ADDING);
    const { store, queue, close } = await files.openAt(path);
    const worker = createScriptedWorker();
    queue.work(worker);
    await queue.idle();
    await store.accept(delivery({ id: 'again', hints: [hint({ observedAt: 2_000 })] }));
    await queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY, MAIN_KEY]);
    await close();
    // The newer one finds it as it left it.
    await migrateFile(path, ADDING);
  });

  test('that lets it work, its commands do', async () => {
    const path = await migratedFile(ADDING);
    expect(await inspectDatabase(path)).toMatchObject({
      pending: [],
      unknown: [expect.anything()],
      mayWork: true,
    });
    await (await openBesideServer(path)).close();
    const copy = files.newPath();
    await backUp(path, copy);
    expect(restore(copy, path, new Date(0))).not.toBeNull();
    await files.openAt(path);
  });

  test('that does not, it refuses to start, and so do its commands', async () => {
    const path = await migratedFile(CLOSING);
    await expect(files.openAt(path)).rejects.toThrow(REFUSAL);
    await expect(openBesideServer(path)).rejects.toThrow('of another version');
    expect(() => restore(path, files.newPath(), new Date(0))).toThrow(REFUSAL);
    expect(await inspectDatabase(path)).toMatchObject({ mayWork: false });
  });
});

describeOnPostgres('on a PostgreSQL database that a newer version migrates', () => {
  let simulator: Simulator;
  let url: string;
  let servers: ServerProcess[];
  beforeEach(async () => {
    simulator = await startSimulator();
    url = await schemas.newUrl();
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) await server.stop('SIGKILL');
    await simulator.close();
  });
  const start = async (role: string) => {
    const server = await startServerProcess(simulator, 'unused', {
      variables: { DATABASE_URL: url, ROLE: role },
    });
    servers.push(server);
    return server;
  };

  test('it goes on under traffic, also when it starts again, until one closes it', async () => {
    let [web, worker] = await Promise.all([start('web'), start('worker')]);
    const traffic = startPushTraffic(simulator, () => web.webhookUrl);
    await traffic.goesOn();
    await migrateDatabase(url, logger, ADDING);
    await traffic.goesOn();

    const [oldWeb, oldWorker] = [web, worker];
    worker = await start('worker');
    await oldWorker.stop();
    web = await start('web');
    await oldWeb.stop('SIGKILL');
    await traffic.goesOn();
    expect(await inspectPostgres(url, logger)).toMatchObject({ unknown: [expect.anything()], mayWork: true });
    await (await openBesideServers(url, logger)).close();
    await traffic.end();
    for (const runs of traffic.checkRuns()) expect(runs).toEqual(['completed']);

    await Promise.all([web.stop(), worker.stop()]);
    await migrateDatabase(url, logger, CLOSING);
    await expect(start('web')).rejects.toThrow(REFUSAL);
    await expect(openBesideServers(url, logger)).rejects.toThrow('of another version');
  });

  test('the newer one waits for those who hold what it wants, and is not put off by them', async () => {
    await (await schemas.openAt(url)).close();
    const own = new pg.Client({ connectionString: url });
    await own.connect();
    // Whoever looks for a deadlock first loses: it shall be the migration.
    await own.query(`set deadlock_timeout = '1min'; begin; update repositories set name = name`);
    const migrated = migrateDatabase(url, logger, ADDING);
    const waiting = `select 1 from pg_locks where relation = 'repositories'::regclass and not granted`;
    while ((await own.query(waiting)).rowCount === 0);
    await own.query('select * from jobs');
    await own.query('commit');
    await own.end();
    await migrated;
  });
});

describeOnPostgres('moving a file of a newer version', () => {
  test('is left to that one', async () => {
    const from = files.newPath();
    await (await files.openAt(from)).close();
    await migrateFile(from, ADDING);
    const to = await schemas.newUrl();
    await expect(moveStore({ from, to, logger })).rejects.toThrow('of different versions');
  });
});
