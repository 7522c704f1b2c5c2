/** True processes on one PostgreSQL schema, and what becomes of the others when one goes away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { PROCESS_LEASE_MS } from '../../src/store/queue/peers.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';

const schemas = createPostgresSchemas();
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await schemas.cleanUp();
});
afterAll(schemas.drop);

const MAIN_KEY = targetKey(hint().target);
const KEY_OF_THE_VICTIM = targetKey(hint({ ref: { kind: 'branch', branch: 'b0' } }).target);
const WORKER = fileURLToPath(new URL('worker-process.ts', import.meta.url));

/** Starts a process and resolves when it is ready; it carries out commands one after another. */
async function startProcess(databaseUrl: string) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WORKER, databaseUrl], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return {
    pid: child.pid,
    carryOut: async (command: string) => {
      child.stdin.write(`${command}\n`);
      expect((await lines.next()).value).toBe(command.split(' ')[0]);
    },
    kill: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

describeOnPostgres('processes of their own', () => {
  let url: string;
  const query = (text: string) => schemas.query(url, text);
  beforeEach(async () => {
    url = await schemas.newUrl();
  });

  describe('of which two take in and work off the same targets at once', () => {
    beforeEach(() =>
      query('create table runs (id bigserial, key text, process int, began timestamptz, ended timestamptz)'),
    );
    afterEach(() => query('drop table runs'));

    test('lose nothing, and never run one target twice at a time', async () => {
      const [one, two] = await Promise.all([startProcess(url), startProcess(url)]);
      await Promise.all([one.carryOut('work'), two.carryOut('work')]);
      await Promise.all([one.carryOut('accept 100'), two.carryOut('accept 100')]);
      await one.carryOut('idle');
      expect(await query('select count(*)::int as open from targets where done < requested')).toEqual([
        { open: 0 },
      ]);
      expect(await query('select sum(requested)::int as requested from targets')).toEqual([
        { requested: 200 },
      ]);
      const overlaps = await query(
        `select a.key from runs a join runs b
         on a.key = b.key and a.id < b.id and a.began < b.ended and b.began < a.ended`,
      );
      expect(overlaps).toEqual([]);
    });
  });

  test('of which one is killed leave its jobs to the others, when its lease has run out', async () => {
    const victim = await startProcess(url);
    await victim.carryOut('accept 1');
    await victim.carryOut('hang');
    await victim.kill();
    const [lease] = await query(
      `select expires_at - extract(epoch from clock_timestamp()) * 1000 as left from leases`,
    );
    expect(Number(lease?.['left'])).toBeGreaterThan(0);
    expect(Number(lease?.['left'])).toBeLessThanOrEqual(PROCESS_LEASE_MS);

    const early = await schemas.openAt(url);
    const earlyWorker = createScriptedWorker();
    early.queue.work(earlyWorker);
    await early.store.accept(delivery({ hints: [hint()] }));
    await earlyWorker.started(1);
    expect(earlyWorker.runs).toEqual([MAIN_KEY]);
    await early.close();

    await query('update leases set expires_at = 0');
    const late = await schemas.openAt(url);
    const lateWorker = createScriptedWorker();
    late.queue.work(lateWorker);
    await lateWorker.started(1);
    expect(lateWorker.runs[0]).toBe(KEY_OF_THE_VICTIM);
  });
});
