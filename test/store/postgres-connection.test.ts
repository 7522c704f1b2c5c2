/** The way to PostgreSQL: what is bounded, what is translated, and what happens when it breaks. */
import { afterAll, afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { targetKey } from '../../src/jobs.ts';
import { systemAlarm } from '../../src/store/alarm.ts';
import { createPool, POOL_SIZE, STATEMENT_TIMEOUT_MS } from '../../src/store/postgres/pool.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createManualTime } from '../contracts/manual-time.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';

const schemas = createPostgresSchemas();
afterEach(schemas.cleanUp);
afterAll(schemas.drop);

describeOnPostgres('a process', () => {
  test(`has at most ${POOL_SIZE} connections, and one to listen on`, async () => {
    const url = await schemas.newUrl();
    const { store, queue } = await schemas.openAt(url);
    queue.work(createScriptedWorker());
    await queue.idle();
    await Promise.all(Array.from({ length: 5 * POOL_SIZE }, () => store.readTarget('none')));
    const [row] = await schemas.query(
      url,
      `select count(*)::int as open from pg_stat_activity
       where application_name = current_setting('application_name') and pid <> pg_backend_pid()`,
    );
    expect(row).toEqual({ open: POOL_SIZE + 1 });
  });

  test(`waits at most ${STATEMENT_TIMEOUT_MS} ms for a statement`, async () => {
    const databaseUrl = await schemas.newUrl();
    const pool = createPool({ databaseUrl, logger: createCollectingLogger() });
    const { rows } = await pool.query('show statement_timeout');
    await pool.end();
    expect(rows).toEqual([{ statement_timeout: `${STATEMENT_TIMEOUT_MS / 1000}s` }]);
  });
});

describeOnPostgres('a delivery that cannot be written', () => {
  test('for being larger than an index holds fails alone, and not those that came with it', async () => {
    const { store } = await schemas.openAt(await schemas.newUrl());
    const named = (branch: string) => hint({ ref: { kind: 'branch', branch } });
    const results = await Promise.allSettled([
      store.accept(delivery({ id: 'before', hints: [named('before')] })),
      store.accept(delivery({ id: 'bad', hints: [named('x'.repeat(1_000_000))] })),
      store.accept(delivery({ id: 'after', hints: [named('after')] })),
    ]);
    expect(results).toEqual([
      { status: 'fulfilled', value: 'accepted' },
      { status: 'rejected', reason: expect.objectContaining({ code: 'INTERNAL' }) },
      { status: 'fulfilled', value: 'accepted' },
    ]);
  });
});

describeOnPostgres('a process whose connections are cut', () => {
  const cut = (url: string) =>
    schemas.query(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = current_setting('application_name') and pid <> pg_backend_pid()`,
    );

  test('goes on: what it did not record is done again, and it hears of new jobs', async () => {
    const url = await schemas.newUrl();
    const time = createManualTime();
    const { store, queue } = await schemas.openAt(url, { time, setAlarm: systemAlarm(time) });
    const gate = Promise.withResolvers<null>();
    const worker = createScriptedWorker(() => gate.promise);
    queue.work(worker);
    await store.accept(delivery({ hints: [hint()] }));
    await worker.started(1);
    await cut(url);
    gate.resolve(null);
    await queue.idle();
    await store.accept(delivery({ hints: [hint({ ref: { kind: 'branch', branch: 'next' } })] }));
    await queue.idle();
    expect(worker.runs).toHaveLength(2);
    expect(await schemas.query(url, 'select key from jobs')).toEqual([]);
  });

  test('refuses with STORE_UNAVAILABLE what was under way', async () => {
    const url = await schemas.newUrl();
    const { store } = await schemas.openAt(url);
    const blocker = new pg.Client(url);
    await blocker.connect();
    await blocker.query('begin; lock table deliveries in access exclusive mode');
    const accepted = store.accept(delivery({ hints: [hint()] }));
    const refused = expect(accepted).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await cutWaiting(url);
    await refused;
    await blocker.end();
    expect(await store.accept(delivery({ hints: [hint()] }))).toBe('accepted');
  });

  /** Cuts the connection that waits for a lock, once there is one. */
  async function cutWaiting(url: string): Promise<void> {
    for (;;) {
      const rows = await schemas.query(
        url,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = current_setting('application_name') and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
    }
  }
});

describeOnPostgres('what PostgreSQL answers', () => {
  test('is a number where it is one that JavaScript can hold, and else refused', async () => {
    const url = await schemas.newUrl();
    const { limiter } = await schemas.openAt(url);
    const pauseUntil = (time: bigint) =>
      schemas.query(
        url,
        `insert into write_limits values (7, 0, 0, ${time}, 0)
         on conflict (installation_id) do update set paused_until = excluded.paused_until`,
      );
    await pauseUntil(8_640_000_000_000_000n);
    expect(await limiter.pausedUntil(7)).toEqual(new Date(8_640_000_000_000_000));
    await pauseUntil(2n ** 53n);
    await expect(limiter.pausedUntil(7)).rejects.toMatchObject({ code: 'PAYLOAD_INVALID' });
  });

  test('to a text with a NUL is no refusal', async () => {
    const { store } = await schemas.openAt(await schemas.newUrl());
    const strange = hint({ ref: { kind: 'branch', branch: 'a\0b' } });
    expect(await store.accept(delivery({ hints: [strange] }))).toBe('accepted');
    expect(await store.readTarget(targetKey(strange.target))).toMatchObject({ requested: 1 });
  });
});

test('where no server answers, opening says so and does not tell the password', async () => {
  const databaseUrl = 'postgres://showwork:very-secret@127.0.0.1:1/showwork';
  const opened = schemas.openAt(databaseUrl);
  await expect(opened).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await expect(opened).rejects.toThrow(/ECONNREFUSED/);
  await expect(opened).rejects.not.toThrow(/very-secret/);
});
