import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { readBuiltinRubric } from '../../src/engine/builtin-rubric.ts';
import type { QueueState } from '../../src/ports.ts';
import { ANSWER_FRESH_MS } from '../../src/web/fresh.ts';
import { registerHealth } from '../../src/web/health.ts';
import { createHttpServer } from '../../src/web/http-server.ts';
import { COUNTED_CRITERIA, MAX_LABEL_VALUES, METRICS } from '../../src/web/metric-definitions.ts';
import { createMetrics, type Metrics } from '../../src/web/metrics.ts';
import type { Readiness } from '../../src/web/readiness.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createMovingClock, type MovingClock } from '../helpers/moving-clock.ts';

const QUIET: QueueState = {
  jobs: { ready: 0, delayed: 0, running: 0 },
  readySince: { prompt: null, background: null },
  deadLetters: [],
};

let http: FastifyInstance;
let logger: CollectingLogger;
let clock: MovingClock;
let metrics: Metrics;
let readiness: Readiness;
let readQueue: () => Promise<QueueState>;

beforeEach(() => {
  logger = createCollectingLogger();
  clock = createMovingClock();
  http = createHttpServer(logger);
  readiness = { ready: true, problems: {} };
  registerHealth(http, { checkReady: async () => readiness });
  readQueue = async () => QUIET;
  metrics = createMetrics({ clock, logger });
  metrics.register(http, { read: () => readQueue() });
});
afterEach(() => http.close());

/** The lines of one metric, without its help. */
async function shown(name: string): Promise<string[]> {
  const { body } = await http.inject('/metrics');
  return body.split('\n').filter(line => line.startsWith(name));
}

test('a process that runs is healthy and ready', async () => {
  expect(await http.inject('/healthz')).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
  expect(await http.inject('/readyz')).toMatchObject({ statusCode: 200, body: '{"status":"ready"}' });
  expect(await http.inject('/ping')).toMatchObject({ statusCode: 200, body: 'PONG' });
});

test('what is not ready says what is wrong, and is healthy all the same', async () => {
  readiness = { ready: false, problems: { store: 'It is full.' } };
  expect(await http.inject('/healthz')).toMatchObject({ statusCode: 200 });
  const ready = await http.inject('/readyz');
  expect(ready.statusCode).toBe(503);
  expect(ready.json()).toEqual({ status: 'not-ready', problems: { store: 'It is full.' } });
});

test('every metric that is documented is there, and is Prometheus text', async () => {
  const answer = await http.inject('/metrics');
  expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  expect(answer.body).toContain('process_resident_memory_bytes');
  for (const { name, type, help } of Object.values(METRICS)) {
    expect(answer.body).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`);
  }
});

test('deliveries and refusals are counted by name', async () => {
  metrics.delivered('push', 'accepted');
  metrics.delivered('push', 'accepted');
  metrics.refused('bad-signature');
  expect(await shown('showwork_deliveries')).toEqual([
    'showwork_deliveries_total{event="push",result="accepted"} 2',
  ]);
  expect(await shown('showwork_refusals')).toEqual(['showwork_refusals_total{error="bad-signature"} 1']);
});

test('strange names of events do not fill the memory of whoever counts them', async () => {
  for (let each = 0; each < 10 * MAX_LABEL_VALUES; each += 1) metrics.delivered(`event-${each}`, 'ignored');
  const lines = await shown('showwork_deliveries');
  expect(lines).toHaveLength(MAX_LABEL_VALUES + 1);
  expect(lines).toContain(
    `showwork_deliveries_total{event="other",result="ignored"} ${9 * MAX_LABEL_VALUES}`,
  );
});

test('verdicts are counted by criterion, and what a mentor adds is not named', async () => {
  metrics.reviewed(0.02, [
    { id: 'problem', verdict: 'present' },
    { id: 'failures', verdict: 'missing' },
    { id: 'our-secret-course', verdict: 'missing' },
  ]);
  expect(await shown('showwork_verdicts')).toEqual([
    'showwork_verdicts_total{criterion="problem",verdict="present"} 1',
    'showwork_verdicts_total{criterion="failures",verdict="missing"} 1',
    'showwork_verdicts_total{criterion="other",verdict="missing"} 1',
  ]);
  expect(await shown('showwork_review_duration_seconds_bucket{le="0.01"}')).toEqual([
    'showwork_review_duration_seconds_bucket{le="0.01"} 0',
  ]);
  expect(await shown('showwork_review_duration_seconds_bucket{le="0.025"}')).toEqual([
    'showwork_review_duration_seconds_bucket{le="0.025"} 1',
  ]);
});

test('the criteria that are named are those of the base rubric', () => {
  expect(COUNTED_CRITERIA).toEqual(readBuiltinRubric().criteria.map(({ id }) => id));
});

test('requests to GitHub are counted, and the smallest budget is shown until its hour is over', async () => {
  const resetsAt = (minutes: number) => new Date(+clock.now() + minutes * 60_000);
  const ask = (remaining: number, minutes: number) =>
    metrics.askedGitHub({
      operation: 'git/get-tree',
      outcome: 'ok',
      budget: { resource: 'core', remaining, resetsAt: resetsAt(minutes) },
    });
  ask(4000, 50);
  ask(12, 10);
  ask(11, 10);
  metrics.askedGitHub({ operation: 'checks/create', outcome: 'GITHUB_UNAVAILABLE', budget: null });
  expect(await shown('showwork_github_requests')).toEqual([
    'showwork_github_requests_total{operation="git/get-tree",outcome="ok"} 3',
    'showwork_github_requests_total{operation="checks/create",outcome="GITHUB_UNAVAILABLE"} 1',
  ]);
  const budget = 'showwork_github_budget_remaining_requests';
  expect(await shown(budget)).toEqual([`${budget}{resource="core"} 11`]);
  clock.advance(10 * 60_000);
  expect(await shown(budget)).toEqual([`${budget}{resource="core"} 4000`]);
  clock.advance(40 * 60_000);
  expect(await shown(budget)).toEqual([]);
});

test('limits, threads and sweeps are counted', async () => {
  metrics.limited('own-writes');
  metrics.threadFailed('timed-out');
  metrics.swept('pruning', { result: 'done', found: 7 });
  expect(await shown('showwork_limits')).toEqual(['showwork_limits_total{limit="own-writes"} 1']);
  expect(await shown('showwork_thread')).toEqual(['showwork_thread_failures_total{reason="timed-out"} 1']);
  expect(await shown('showwork_sweep')).toEqual([
    'showwork_sweep_rounds_total{sweep="pruning",result="done"} 1',
    'showwork_sweep_finds_total{sweep="pruning"} 7',
  ]);
});

test('the queue is read when it is asked for', async () => {
  const prompt = clock.now();
  readQueue = async () => ({
    jobs: { ready: 3, delayed: 2, running: 1 },
    readySince: { prompt, background: null },
    deadLetters: [{ code: 'INTERNAL', count: 4 }],
  });
  clock.advance(90_000);
  expect(await shown('showwork_jobs')).toEqual([
    'showwork_jobs{state="ready"} 3',
    'showwork_jobs{state="delayed"} 2',
    'showwork_jobs{state="running"} 1',
  ]);
  expect(await shown('showwork_oldest')).toEqual([
    'showwork_oldest_ready_job_age_seconds{urgency="prompt"} 90',
    'showwork_oldest_ready_job_age_seconds{urgency="background"} 0',
  ]);
  expect(await shown('showwork_dead')).toEqual(['showwork_dead_letters{code="INTERNAL"} 4']);

  clock.advance(ANSWER_FRESH_MS);
  readQueue = () => Promise.reject(new Error('no database'));
  expect(await shown('showwork_jobs')).toEqual([]);
  expect((await http.inject('/metrics')).statusCode).toBe(200);
});

test('a hundred who ask at once cost the database one question, and so does who asks until it is old', async () => {
  let questions = 0;
  readQueue = async () => {
    questions += 1;
    return QUIET;
  };
  await Promise.all(Array.from({ length: 100 }, () => http.inject('/metrics')));
  clock.advance(ANSWER_FRESH_MS - 1);
  await http.inject('/metrics');
  expect(questions).toBe(1);
  clock.advance(1);
  await http.inject('/metrics');
  expect(questions).toBe(2);
});

test('what is not there is 404, and a failing route says nothing of why', async () => {
  http.get('/broken', async () => {
    throw new Error('the database password is wrong');
  });
  expect(await http.inject('/')).toMatchObject({ statusCode: 404 });
  const broken = await http.inject('/broken');
  expect(broken.statusCode).toBe(500);
  expect(broken.body).not.toContain('password');
  expect(logger.lines).toContainEqual(expect.objectContaining({ level: 'error', message: 'request failed' }));
});
