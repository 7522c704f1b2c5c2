/** What the pool and its threads say to each other. */
import type { ReviewRequest } from '../ports.ts';

export interface ReviewTask {
  /** Tells the reviews under way apart. */
  readonly id: number;
  readonly request: ReviewRequest;
}

/** A thread began to work on a task; the time limit counts from here, not from the waiting line. */
export interface TaskStarted {
  readonly started: number;
}

export function isTaskStarted(message: unknown): message is TaskStarted {
  return typeof message === 'object' && message !== null && 'started' in message;
}
