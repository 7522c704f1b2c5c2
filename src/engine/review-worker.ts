/** What runs in each thread of the pool; the yardstick comes once, when the thread starts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Report } from '../review/report.ts';
import { judge, type Yardstick } from './judge.ts';
import type { ReviewTask, TaskStarted } from './thread-messages.ts';

const yardstick: Yardstick = workerData;

/** The pool's task. */
export function reviewOnThread({ id, request }: ReviewTask): Report {
  const message: TaskStarted = { started: id };
  parentPort?.postMessage(message);
  return judge(request, yardstick);
}
