import type { History, Invariant } from '../history.ts';
import { deadLettersTold } from './dead-letters-told.ts';
import { instructionsAnsweredOnce } from './instructions-answered-once.ts';
import { capsHeld, writeLimitsHeld } from './limits-held.ts';
import { newestHeadConcluded, noCheckRunTwice } from './newest-head-concluded.ts';
import { noWriteAfterNewerHead } from './no-write-after-newer-head.ts';
import { nothingLost } from './nothing-lost.ts';
import { noCommentTwice, oneReviewComment } from './one-review-comment.ts';
import { lettersCounted, unreachableRecorded } from './unreachable-recorded.ts';

export const INVARIANTS = {
  nothingLost,
  newestHeadConcluded,
  noCheckRunTwice,
  oneReviewComment,
  noCommentTwice,
  noWriteAfterNewerHead,
  instructionsAnsweredOnce,
  unreachableRecorded,
  lettersCounted,
  deadLettersTold,
  capsHeld,
  writeLimitsHeld,
} satisfies Readonly<Record<string, Invariant>>;

/** What every invariant finds wrong, each sentence with the invariant's name before it. */
export function problemsIn(history: History): readonly string[] {
  return Object.entries(INVARIANTS).flatMap(([name, invariant]) =>
    invariant(history).map(problem => `${name}: ${problem}`),
  );
}
