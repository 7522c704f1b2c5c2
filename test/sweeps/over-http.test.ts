/** The whole server over HTTP, in front of the simulated GitHub; its time is moved by the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Reviewer } from '../../src/ports.ts';
import { type RunningServer, serve } from '../../src/server.ts';
import { ACTIVE_EVERY_MS } from '../../src/sweeps/reconciliation.ts';
import { REDELIVERY_EVERY_MS } from '../../src/sweeps/redelivery.ts';
import { FIRST_ROUND_MS, JITTER } from '../../src/sweeps/run-sweeps.ts';
import { STUCK_AFTER_MS, STUCK_CHECKS_EVERY_MS } from '../../src/sweeps/stuck-checks.ts';
import { createManualTime, type ManualTime } from '../contracts/manual-time.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { exampleReport, missing } from '../helpers/example-reports.ts';
import { createStandInReviewer } from '../helpers/stand-in-reviewer.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import { changeRows } from '../store/raw-database.ts';

let simulator: Simulator;
let folder: string;
let dataPath: string;
let time: ManualTime;
let server: RunningServer;
let repository: SimulatedRepository;

beforeEach(async () => {
  simulator = await startSimulator();
  folder = mkdtempSync(join(tmpdir(), 'showwork-sweeps-'));
  dataPath = join(folder, 'showwork.sqlite');
  // GitHub dates its attempts by the present.
  time = createManualTime(new Date());
  repository = simulator.addRepository({ owner: 'ada', name: 'churn' });
  server = await start();
});
afterEach(async () => {
  await server.close();
  await simulator.close();
  rmSync(folder, { recursive: true });
  expect(simulator.violations).toEqual([]);
});

function start(port = 0, reviewer: Reviewer = createStandInReviewer()): Promise<RunningServer> {
  const config = {
    host: '127.0.0.1',
    port,
    appId: simulator.app.appId,
    privateKey: simulator.app.privateKey,
    webhookSecrets: [simulator.app.webhookSecret],
    githubApiUrl: simulator.baseUrl,
    githubWebUrl: simulator.baseUrl,
    dataPath,
    databaseUrl: null,
    role: 'all',
    logLevel: 'silent',
  } as const;
  const { setAlarm } = time;
  return serve(config, { logger: createCollectingLogger(), clock: time, setAlarm, reviewer });
}

const deliver = (event: WebhookEvent) =>
  simulator.webhooks.deliver({ url: `${server.url}/api/github/webhooks`, ...event });
const push = (files: Record<string, string>) => repository.commit('main', files);

/** The completed check run on a commit, as soon as there is one. */
const checkRunOn = (headSha: string) =>
  simulator.until(() => repository.checkRuns(headSha).find(({ status }) => status === 'completed'));

/** How many rounds of a sweep this server has made, as its metrics tell. */
async function roundsOf(sweep: string): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const counts = metrics.matchAll(/^showwork_sweep_rounds_total\{sweep="([^"]+)",result="done"\} (\d+)$/gm);
  return Number([...counts].find(([, name]) => name === sweep)?.[2] ?? 0);
}

/** Moves the clock on until the sweep has made one more round. */
async function nextRound(sweep: string, everyMs: number): Promise<void> {
  const before = await roundsOf(sweep);
  time.advance(Math.max(everyMs * (1 + JITTER), FIRST_ROUND_MS.latest));
  while ((await roundsOf(sweep)) === before) await server.idle();
}

test('deliveries that failed while the server was down are delivered again, and reviewed', async () => {
  const { port } = new URL(server.url);
  await server.close();
  const first = push({ 'README.md': '# One\n' });
  await expect(deliver(simulator.webhooks.push(first))).rejects.toThrow('Nobody answered');
  repository.createBranch('topic');
  const opened = repository.commit('topic', { 'README.md': '# Two\n' });
  const request = repository.openPullRequest({ head: 'topic' });
  await expect(deliver(simulator.webhooks.push(opened))).rejects.toThrow('Nobody answered');
  await expect(deliver(simulator.webhooks.pullRequest(request))).rejects.toThrow('Nobody answered');

  server = await start(Number(port));
  await nextRound('redelivery', 0);
  expect(await checkRunOn(first.after)).toMatchObject({ name: 'Showwork' });
  expect(await checkRunOn(opened.after)).toMatchObject({ name: 'Showwork' });

  const attempts = () => simulator.webhooks.deliveries.length;
  const made = attempts();
  expect(made).toBe(6);
  await nextRound('redelivery', REDELIVERY_EVERY_MS);
  expect(attempts()).toBe(made);
});

test('heads that GitHub never told of are found by comparing', async () => {
  const first = push({ 'README.md': '# One\n' });
  await deliver(simulator.webhooks.push(first));
  await checkRunOn(first.after);
  await server.idle();
  await nextRound('reconciliation', 0);

  const silent = push({ 'README.md': '# Two\n' });
  const topic = repository.commit('topic', { 'README.md': '# Three\n' });
  repository.openPullRequest({ head: 'topic' });
  await nextRound('reconciliation', ACTIVE_EVERY_MS);
  expect(await checkRunOn(silent.after)).toMatchObject({ name: 'Showwork' });
  expect(await checkRunOn(topic.after)).toMatchObject({ name: 'Showwork' });
});

test('a check run that stayed in progress is concluded with the rest of its annotations', async () => {
  await server.close();
  // More than one request takes.
  const criteria = Array.from({ length: 60 }, (_, each) =>
    missing({}, { id: `c${each}`, title: `C ${each}` }),
  );
  const wordy: Reviewer = {
    ...createStandInReviewer(),
    review: async ({ readme: { path, sha } }) =>
      exampleReport({ readme: { path, sha, language: 'en' }, criteria, nextSteps: [] }),
  };
  server = await start(0, wordy);
  const pushed = push({ 'README.md': '# One\n' });
  simulator.faults.next({ match: 'checks/update', reset: true });
  await deliver(simulator.webhooks.push(pushed));
  await server.idle();
  expect(repository.checkRuns(pushed.after)).toMatchObject([{ status: 'in_progress' }]);

  // As where the database was restored: the job is gone, the intent is there.
  await server.close();
  changeRows(dataPath, 'delete from jobs');
  server = await start(0, wordy);
  time.advance(STUCK_AFTER_MS);
  await nextRound('stuck-checks', STUCK_CHECKS_EVERY_MS);
  expect(await checkRunOn(pushed.after)).toMatchObject({ conclusion: 'neutral' });
  const [run, ...others] = repository.checkRuns(pushed.after);
  expect(others).toEqual([]);
  expect(run?.annotations).toHaveLength(60);
});

test('what is over is deleted', async () => {
  await deliver(simulator.webhooks.push(push({ 'README.md': '# One\n' })));
  await server.idle();
  time.advance(9 * 24 * 3_600_000);
  await nextRound('pruning', 3_600_000);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toMatch(/showwork_sweep_finds_total\{sweep="pruning"\} [1-9]/);
});

test('a server that is stopped in the middle of a round ends without waiting for the next', async () => {
  simulator.latency = 50;
  await deliver(simulator.webhooks.push(push({ 'README.md': '# One\n' })));
  await server.idle();
  const before = simulator.requests.length;
  time.advance(FIRST_ROUND_MS.latest);
  await simulator.until(() => (simulator.requests.length > before ? true : undefined));
  await server.close();
  const after = simulator.requests.length;
  time.advance(ACTIVE_EVERY_MS);
  expect(simulator.requests.length).toBe(after);
});
