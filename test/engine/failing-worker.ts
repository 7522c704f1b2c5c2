/** A thread that does what its README's path says; stands in for the ways in which a review can go wrong. */
import { parentPort } from 'node:worker_threads';
import type { ThreadTask } from '../../src/engine/thread-messages.ts';

export function reviewOnThread({ id, request }: ThreadTask<'reviewOnThread'>): string {
  parentPort?.postMessage({ started: id });
  const { path } = request.readme;
  if (path === 'throws.md') throw new TypeError('a signal went wrong');
  if (path === 'exits.md') process.exit(3);
  while (path === 'hangs.md') performance.now();
  const kept: string[][] = [];
  while (path === 'grows.md') kept.push(Array.from({ length: 1_000 }, String));
  return path;
}

export function readCommentOnThread({ id, request }: ThreadTask<'readCommentOnThread'>): string {
  parentPort?.postMessage({ started: id });
  while (request === 'hangs') performance.now();
  return request;
}
