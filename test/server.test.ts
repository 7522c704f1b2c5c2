import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Config } from '../src/config.ts';
import { type RunningServer, serve } from '../src/server.ts';
import { type CollectingLogger, createCollectingLogger } from './helpers/collecting-logger.ts';
import { createStandInReviewer } from './helpers/stand-in-reviewer.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';

let simulator: Simulator;
let folder: string;
let logger: CollectingLogger;
let server: RunningServer;
let config: Config;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-server-'));
  logger = createCollectingLogger();
  config = {
    host: '127.0.0.1',
    port: 0,
    appId: simulator.app.appId,
    privateKey: simulator.app.privateKey,
    webhookSecrets: [simulator.app.webhookSecret],
    githubApiUrl: simulator.baseUrl,
    githubWebUrl: simulator.baseUrl,
    dataPath: join(folder, 'showwork.sqlite'),
    databaseUrl: null,
    role: 'all',
    logLevel: 'silent',
  };
  server = await serve(config, { logger, reviewer: createStandInReviewer() });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('serve', () => {
  test('a signed push becomes a completed check run on its commit', async () => {
    const repository = simulator.addRepository({ owner: 'ada', name: 'notes' });
    const push = repository.commit('main', { 'README.md': '# Notes\n' });
    const url = `${server.url}/api/github/webhooks`;
    const answer = await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(push) });
    expect(answer).toMatchObject({ status: 202, body: '{"result":"accepted"}' });

    const run = await simulator.until(() => repository.checkRuns(push.after)[0]);
    expect(run).toMatchObject({ name: 'Showwork', status: 'completed', headSha: push.after });
    expect(simulator.violations).toEqual([]);
  });

  test('says that it is healthy, ready, and what it counted', async () => {
    const url = `${server.url}/api/github/webhooks`;
    await simulator.webhooks.deliver({ url, event: 'ping', payload: { zen: 'Keep it simple.' } });
    for (const path of ['/healthz', '/readyz', '/ping']) {
      expect((await fetch(server.url + path)).status).toBe(200);
    }
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('showwork_deliveries_total{event="ping",result="ignored"} 1');
  });

  test('says where it listens, once it does', () => {
    expect(logger.lines).toContainEqual({
      level: 'info',
      message: 'listening',
      fields: expect.objectContaining({ url: server.url }),
    });
  });

  test('a second server on the same data is refused, and the first goes on', async () => {
    const second = serve(config, { logger, reviewer: createStandInReviewer() });
    await expect(second).rejects.toThrow(/Another Showwork server/);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test('a port that is taken is refused, and its data can be used again', async () => {
    const other = { ...config, dataPath: join(folder, 'other.sqlite') };
    const taken = { ...other, port: Number(new URL(server.url).port) };
    const reviewer = createStandInReviewer();
    await expect(serve(taken, { logger, reviewer })).rejects.toThrow(/already in use|EADDRINUSE/);
    const third = await serve(other, { logger, reviewer });
    await third.close();
  });

  test('once closed it takes nothing more, listens for no signal, and can be closed again', async () => {
    const listeners = process.listenerCount('SIGTERM');
    await server.close();
    await server.close();
    expect(process.listenerCount('SIGTERM')).toBe(listeners - 1);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });
});
