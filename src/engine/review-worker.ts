/** What runs in each thread of the pool; the yardstick comes once, when the thread starts. */
import { parentPort, workerData } from 'node:worker_threads';
import { readComment } from '../commands/read-comment.ts';
import { readSettings } from '../settings/read-settings.ts';
import { explainCriterion } from './explain-criterion.ts';
import { judge } from './judge.ts';
import type { TaskStarted, ThreadFunction, ThreadTask, ThreadWork } from './thread-messages.ts';
import type { Yardstick } from './yardstick.ts';

type Answer<Name extends ThreadFunction> = ThreadWork[Name]['answer'];

const yardstick: Yardstick = workerData;

export function reviewOnThread({ id, request }: ThreadTask<'reviewOnThread'>): Answer<'reviewOnThread'> {
  tellStarted(id);
  return judge(request, yardstick);
}

export function explainOnThread({ id, request }: ThreadTask<'explainOnThread'>): Answer<'explainOnThread'> {
  tellStarted(id);
  return explainCriterion(request.review, yardstick, request.criterion);
}

export function readSettingsOnThread({
  id,
  request,
}: ThreadTask<'readSettingsOnThread'>): Answer<'readSettingsOnThread'> {
  tellStarted(id);
  return readSettings(request, yardstick.rubrics);
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
