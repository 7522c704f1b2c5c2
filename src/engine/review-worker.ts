/** What runs in each thread of the pool; the yardstick comes once, when the thread starts. */
import { parentPort, workerData } from 'node:worker_threads';
import { readComment } from '../commands/read-comment.ts';
import { judge, type Yardstick } from './judge.ts';
import type { TaskStarted, ThreadFunction, ThreadTask, ThreadWork } from './thread-messages.ts';

type Answer<Name extends ThreadFunction> = ThreadWork[Name]['answer'];

const yardstick: Yardstick = workerData;

export function reviewOnThread({ id, request }: ThreadTask<'reviewOnThread'>): Answer<'reviewOnThread'> {
  tellStarted(id);
  return judge(request, yardstick);
}

export function readCommentOnThread({
  id,
  request,
}: ThreadTask<'readCommentOnThread'>): Answer<'readCommentOnThread'> {
  tellStarted(id);
  return readComment(request);
}

function tellStarted(id: number): void {
  const message: TaskStarted = { started: id };
  parentPort?.postMessage(message);
}
