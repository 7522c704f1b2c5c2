import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { registerHealth } from '../../src/web/health.ts';
import { createHttpServer } from '../../src/web/http-server.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';

let http: FastifyInstance;
let logger: CollectingLogger;
let storeAnswers: boolean;

beforeEach(() => {
  storeAnswers = true;
  logger = createCollectingLogger();
  http = createHttpServer(logger);
  registerHealth(http, {
    async checkReady() {
      if (!storeAnswers) throw new Error('no store');
    },
  });
});
afterEach(() => http.close());

test('a process that runs is healthy and ready', async () => {
  expect(await http.inject('/healthz')).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
  expect(await http.inject('/readyz')).toMatchObject({ statusCode: 200, body: '{"status":"ready"}' });
  expect(await http.inject('/ping')).toMatchObject({ statusCode: 200, body: 'PONG' });
});

test('without its store it is healthy, and not ready', async () => {
  storeAnswers = false;
  expect(await http.inject('/healthz')).toMatchObject({ statusCode: 200 });
  const ready = await http.inject('/readyz');
  expect(ready.statusCode).toBe(503);
  expect(ready.json()).toMatchObject({ status: 'not-ready' });
});

test('metrics count deliveries and refusals by name', async () => {
  const metrics = createMetrics();
  metrics.register(http);
  metrics.delivered('push', 'accepted');
  metrics.delivered('push', 'accepted');
  metrics.refused('bad-signature');
  const answer = await http.inject('/metrics');
  expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  expect(answer.body).toContain('showwork_deliveries_total{event="push",result="accepted"} 2');
  expect(answer.body).toContain('showwork_refusals_total{error="bad-signature"} 1');
  expect(answer.body).toContain('process_resident_memory_bytes');
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
