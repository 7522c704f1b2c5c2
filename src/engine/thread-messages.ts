/** What the pool and its threads say to each other. */
import type { Intent } from '../commands/intent.ts';
import type { CriterionExplanation, ReviewRequest } from '../ports.ts';
import type { Report } from '../review/report.ts';
import type { SettingsReading, SettingsRequest } from '../settings/settings.ts';

/** What a thread can be asked, by the name of the function that answers. */
export interface ThreadWork {
  reviewOnThread: { request: ReviewRequest; answer: Report };
  explainOnThread: {
    request: { readonly review: ReviewRequest; readonly criterion: string };
    answer: CriterionExplanation | null;
  };
  readSettingsOnThread: { request: SettingsRequest; answer: SettingsReading };
  readCommentOnThread: { request: string; answer: Intent | null };
}
export type ThreadFunction = keyof ThreadWork;

export interface ThreadTask<Name extends ThreadFunction = ThreadFunction> {
  /** Tells the tasks under way apart. */
  readonly id: number;
  readonly request: ThreadWork[Name]['request'];
}

/** A thread began to work on a task; the time limit counts from here, not from the waiting line. */
export interface TaskStarted {
  readonly started: number;
}

export function isTaskStarted(message: unknown): message is TaskStarted {
  return typeof message === 'object' && message !== null && 'started' in message;
}
