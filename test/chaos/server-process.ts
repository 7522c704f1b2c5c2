/**
 * The server as `showwork serve` starts it, in a process whose clock, disk and end are in the hands of whoever started
 * it: `node server-process.ts`, with a channel for `Order`s, each of which is answered when it is carried out. The clock
 * stands `CHAOS_AHEAD_MS` ahead of the system's. `CHAOS_REVIEWER=stand-in` judges without threads. Requests to GitHub say
 * which process they come from, by `CHAOS_NAME`.
 */

import { endBeforeAnswer } from './end-before-answer.ts';
import { type Order, PROCESS_HEADER } from './orders.ts';
import { watchDatabases } from './own-databases.ts';
import { createWorldAlarm, shiftDate } from './shifted-process-time.ts';

const { env } = process;
const time = shiftDate(Number(env['CHAOS_AHEAD_MS'] ?? 0));
const alarm = createWorldAlarm();
const databases = watchDatabases();

const request = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set(PROCESS_HEADER, env['CHAOS_NAME'] ?? '');
  return request(input, { ...init, headers });
};

process.on('message', (order: Order) => {
  switch (order.kind) {
    case 'time-passes':
      time.ahead += order.ms;
      alarm.lookAgain();
      break;
    case 'set-clock':
      time.ahead += order.ms;
      break;
    case 'end-before-answer':
      endBeforeAnswer();
      break;
    case 'disk':
      databases.restrict(order.state);
  }
  process.send?.('done');
});
// It does not outlive who started it.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

// Loaded now, so that all of it lives in this time.
const { loadConfig } = await import('../../src/config.ts');
const { serve } = await import('../../src/server.ts');
const loaded = loadConfig();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const reviewer =
  env['CHAOS_REVIEWER'] === 'stand-in'
    ? { reviewer: (await import('../helpers/stand-in-reviewer.ts')).createStandInReviewer() }
    : {};
await serve(loaded.config, { ...reviewer, setAlarm: alarm.setAlarm });
