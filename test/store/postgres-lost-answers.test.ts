/** A connection that goes away when PostgreSQL has done what it was asked, and before it could say so. */

import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { systemAlarm } from '../../src/store/alarm.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createManualTime } from '../contracts/manual-time.ts';
import { createScriptedWorker } from '../contracts/scripted-worker.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';

const schemas = createPostgresSchemas();
const closings: (() => void)[] = [];
afterEach(async () => {
  await schemas.cleanUp();
  for (const close of closings.splice(0)) close();
});
afterAll(schemas.drop);

/** A way to the server on which the answer to one commit is lost: that of the first transaction that says `statement`. */
async function openLossyWay(databaseUrl: string, statement: RegExp) {
  const url = new URL(databaseUrl);
  const { hostname: host } = url;
  const port = Number(url.port || 5432);
  let lost = false;
  const sockets = new Set<Socket>();
  const way = createServer(client => {
    const server = dial(port, host);
    let said = false;
    let losesNext = false;
    client.on('data', bytes => {
      const text = bytes.toString('latin1');
      said ||= statement.test(text);
      losesNext ||= said && !lost && text.includes('commit');
      server.write(bytes);
    });
    server.on('data', bytes => {
      if (!losesNext) return void client.write(bytes);
      losesNext = false;
      lost = true;
      server.destroy();
      client.destroy();
    });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        server.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  closings.push(() => {
    for (const socket of sockets) socket.destroy();
    way.close();
  });
  await once(way, 'listening');
  url.hostname = '127.0.0.1';
  url.port = String((way.address() as AddressInfo).port);
  return { url: url.href, hasLost: () => lost };
}

describeOnPostgres('an answer that is lost', () => {
  test('leaves no job with a process that does not know of it', async () => {
    const direct = await schemas.newUrl();
    const way = await openLossyWay(direct, /update "jobs" set [^;]*"holder" = \$/);
    const time = createManualTime();
    const { store, queue } = await schemas.openAt(way.url, { time, setAlarm: systemAlarm(time) });
    await store.accept(delivery({ hints: [hint()] }));
    const worker = createScriptedWorker();
    queue.work(worker);
    await worker.started(1);
    await queue.idle();
    expect(worker.runs).toEqual([targetKey(hint().target)]);
    expect(way.hasLost()).toBe(true);
  });
});
