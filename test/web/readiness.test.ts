import { beforeEach, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { UNOBSERVED } from '../../src/ports.ts';
import { type CredentialsWatch, watchCredentials, withCredentials } from '../../src/web/credentials.ts';
import { ANSWER_FRESH_MS } from '../../src/web/fresh.ts';
import {
  createReadiness,
  OLDEST_READY_JOB_MS,
  type Readiness,
  TRY_CREDENTIALS_MS,
} from '../../src/web/readiness.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createMovingClock, type MovingClock } from '../helpers/moving-clock.ts';

let clock: MovingClock;
let credentials: CredentialsWatch;
let writable: boolean;
let writes: number;
let promptSince: Date | null;
let backgroundSince: Date | null;
let tries: number;
let checkReady: () => Promise<Readiness>;

beforeEach(() => {
  clock = createMovingClock();
  credentials = watchCredentials();
  writable = true;
  writes = 0;
  promptSince = null;
  backgroundSince = null;
  tries = 0;
  checkReady = createReadiness({
    probe: {
      async checkWritable() {
        writes += 1;
        if (!writable) throw new Error('database or disk is full');
      },
    },
    stats: {
      read: async () => ({
        jobs: { ready: 0, delayed: 0, running: 0 },
        readySince: { prompt: promptSince, background: backgroundSince },
        deadLetters: [],
      }),
    },
    credentials,
    tryCredentials: async () => {
      tries += 1;
      throw new ShowworkError('GITHUB_UNAUTHORIZED', 'no');
    },
    clock,
    logger: createCollectingLogger(),
  });
});

/** The answer once the last one is no longer fresh. */
function checkAnew(): Promise<Readiness> {
  clock.advance(ANSWER_FRESH_MS);
  return checkReady();
}

const asTheApp = (outcome: 'ok' | 'GITHUB_UNAUTHORIZED' | 'GITHUB_UNAVAILABLE') =>
  credentials.note({ operation: 'apps/create-installation-access-token', outcome, budget: null });

test('is ready where the store takes writes and nothing waits', async () => {
  expect(await checkReady()).toEqual({ ready: true, problems: {} });
});

test('is not ready where the store answers and takes no writes', async () => {
  writable = false;
  expect(await checkReady()).toMatchObject({
    ready: false,
    problems: { store: expect.stringMatching(/takes no writes/) },
  });
  writable = true;
  expect(await checkAnew()).toMatchObject({ ready: true });
});

test('is not ready once a job that somebody waits for is ready for longer than the bound', async () => {
  promptSince = clock.now();
  clock.advance(OLDEST_READY_JOB_MS);
  expect(await checkReady()).toMatchObject({ ready: true });
  clock.advance(ANSWER_FRESH_MS);
  expect(await checkReady()).toMatchObject({
    ready: false,
    problems: { queue: expect.stringMatching(/ready for 15 minutes/) },
  });
});

test('lets the background wait', async () => {
  backgroundSince = clock.now();
  clock.advance(10 * OLDEST_READY_JOB_MS);
  expect(await checkReady()).toMatchObject({ ready: true });
});

test('goes by the last request that was made as the app', async () => {
  asTheApp('ok');
  asTheApp('GITHUB_UNAUTHORIZED');
  expect(await checkReady()).toMatchObject({
    ready: false,
    problems: { credentials: expect.stringMatching(/APP_ID/) },
  });
  asTheApp('GITHUB_UNAVAILABLE');
  expect(await checkAnew()).toMatchObject({ ready: false });
  asTheApp('ok');
  expect(await checkAnew()).toMatchObject({ ready: true });
});

test('an app that GitHub does not know has no credentials, an installation that is gone says nothing of them', () => {
  credentials.note({
    operation: 'apps/create-installation-access-token',
    outcome: 'GITHUB_GONE',
    budget: null,
  });
  expect(credentials.state()).toBe('unknown');
  credentials.note({ operation: 'apps/get-authenticated', outcome: 'GITHUB_GONE', budget: null });
  expect(credentials.state()).toBe('refused');
});

test('a token that GitHub refuses says nothing of the credentials of the app', async () => {
  const observer = withCredentials(UNOBSERVED, credentials);
  observer.askedGitHub({ operation: 'git/get-tree', outcome: 'GITHUB_UNAUTHORIZED', budget: null });
  expect(credentials.state()).toBe('unknown');
});

test('tries credentials that are unknown or refused, now and then, and none that are accepted', async () => {
  await checkReady();
  await checkAnew();
  expect(tries).toBe(1);
  clock.advance(TRY_CREDENTIALS_MS);
  await checkReady();
  expect(tries).toBe(2);
  asTheApp('ok');
  clock.advance(TRY_CREDENTIALS_MS);
  await checkReady();
  expect(tries).toBe(2);
});

test('whoever asks often does not keep the database busy', async () => {
  await Promise.all([checkReady(), checkReady(), checkReady()]);
  clock.advance(ANSWER_FRESH_MS - 1);
  await checkReady();
  expect(writes).toBe(1);
  clock.advance(1);
  await checkReady();
  expect(writes).toBe(2);
});
