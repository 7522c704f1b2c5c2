import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Probot } from 'probot';
import { handleEvents } from '../src/app.ts';
import { openSqliteStore } from '../src/store/open-sqlite-store.ts';
import type { OpenStore } from '../src/store/open-store.ts';
import { createHttpServer } from '../src/web/http-server.ts';
import { type Accept, createAccept } from '../src/webhooks/accept.ts';
import { registerIntake, WEBHOOK_PATH } from '../src/webhooks/intake.ts';
import { createCollectingLogger } from './helpers/collecting-logger.ts';
import { deliver } from './helpers/deliver.ts';
import { readWebhookExamples } from './helpers/webhook-examples.ts';

const SECRET = 'a secret that only these tests know';
/** The app whose checks most examples are about. */
const APP_ID = 29_310;
const NOW = new Date('2026-11-22T10:00:00Z');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-app-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Door {
  readonly path: string;
  readonly opened: OpenStore;
  readonly accept: Accept;
}

/** A store of its own, whose clock stands still, and the one door to it. */
async function openDoor(name: string): Promise<Door> {
  const path = join(folder, `${name}.sqlite`);
  const logger = createCollectingLogger();
  const opened = await openSqliteStore({ path, clock: { now: () => NOW }, logger });
  return { path, opened, accept: createAccept({ store: opened.store, context: { appId: APP_ID }, logger }) };
}

/** All rows of all tables but those of the migrations, which hold the time of the run. */
function readRows(path: string): Record<string, unknown[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'kysely%' order by name",
      )
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        String(name),
        database.prepare(`select * from "${String(name)}" order by 1, 2`).all(),
      ]),
    );
  } finally {
    database.close();
  }
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}${WEBHOOK_PATH}`;
}

test('every example event leaves the same rows over HTTP as through Probot', async () => {
  const events = readWebhookExamples('api.github.com').map(({ event, payload }, number) => ({
    id: `delivery-${number}`,
    event,
    payload: { installation: { id: 957_387 }, ...payload },
  }));

  const front = await openDoor('http');
  const http = createHttpServer(createCollectingLogger());
  registerIntake(http, {
    accept: front.accept,
    secrets: [SECRET],
    observer: { delivered: () => {}, refused: () => {} },
    logger: createCollectingLogger(),
  });
  const url = (await http.listen({ host: '127.0.0.1', port: 0 })) + WEBHOOK_PATH;
  for (const event of events) await deliver({ url, secret: SECRET, ...event });
  await http.close();
  await front.opened.close();

  const side = await openDoor('probot');
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();
  const probot = new Probot({ appId: APP_ID, privateKey, secret: SECRET, logLevel: 'fatal' });
  await probot.load(app => handleEvents(app, side.accept));
  const server = createServer(await probot.getNodeMiddleware());
  const sideUrl = await listen(server);
  for (const event of events) await deliver({ url: sideUrl, secret: SECRET, ...event });
  server.close();
  await side.opened.close();

  const rows = readRows(front.path);
  expect(new Map(Object.entries(rows)).get('deliveries')?.length).toBeGreaterThan(10);
  expect(readRows(side.path)).toEqual(rows);
});
