/** What a running server shows of itself, over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type RunningServer, serve } from '../src/server.ts';
import { ANSWER_FRESH_MS } from '../src/web/fresh.ts';
import { createManualTime, type ManualTime } from './contracts/manual-time.ts';
import { createCollectingLogger } from './helpers/collecting-logger.ts';
import { createStandInReviewer } from './helpers/stand-in-reviewer.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';

let simulator: Simulator;
let folder: string;
let time: ManualTime;
let server: RunningServer;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-seen-'));
  time = createManualTime(new Date());
  const config = {
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
  } as const;
  const parts = { logger: createCollectingLogger(), reviewer: createStandInReviewer() };
  server = await serve(config, { ...parts, clock: time, setAlarm: time.setAlarm });
});
afterEach(async () => {
  simulator.faults.clear();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks again, each time for a fresh answer, until the server is ready, or no longer. */
async function readinessTurns(ready: boolean): Promise<unknown> {
  for (;;) {
    const answer = await fetch(`${server.url}/readyz`);
    if (answer.ok === ready) return answer.json();
    time.advance(ANSWER_FRESH_MS);
  }
}

test('the metrics follow a push through queue, review and GitHub, and do not say whose it is', async () => {
  const repository = simulator.addRepository({ owner: 'grace', name: 'figures' });
  const push = repository.commit('main', { 'README.md': '# Figures\n' });
  const url = `${server.url}/api/github/webhooks`;
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(push) });
  await server.idle();
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toContain('showwork_deliveries_total{event="push",result="accepted"} 1');
  expect(text).toContain('showwork_github_requests_total{operation="checks/create",outcome="ok"} 1');
  expect(text).toMatch(/showwork_github_budget_remaining_requests\{resource="core"\} \d+/);
  expect(text).toContain('showwork_jobs{state="ready"} 0');
  expect(text).toContain('showwork_oldest_ready_job_age_seconds{urgency="prompt"} 0');
  for (const name of ['grace', 'figures', push.after, String(repository.id)]) {
    expect(text).not.toContain(name);
  }
});

test('credentials that GitHub no longer accepts are noticed, and those that it accepts again', async () => {
  expect(await readinessTurns(true)).toEqual({ status: 'ready' });
  simulator.faults.next({ match: 'apps/get-authenticated', status: 401, times: 1_000 });
  simulator.faults.next({ match: 'apps/create-installation-access-token', status: 401, times: 1_000 });
  const repository = simulator.addRepository({ owner: 'ada', name: 'refused' });
  const event = simulator.webhooks.push(repository.commit('main', { 'README.md': '# Refused\n' }));
  await simulator.webhooks.deliver({ url: `${server.url}/api/github/webhooks`, ...event });
  await server.idle();
  expect(await readinessTurns(false)).toEqual({
    status: 'not-ready',
    problems: { credentials: expect.stringContaining('APP_ID') },
  });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

  simulator.faults.clear();
  expect(await readinessTurns(true)).toEqual({ status: 'ready' });
});
