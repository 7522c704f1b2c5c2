/**
 * How long anything is kept. Everything goes at once when the app is taken off a repository; these are the bounds for
 * what stays installed. docs/privacy.md cites them.
 */
import type { Cutoffs } from '../ports.ts';

const DAY_MS = 24 * 3_600_000;

interface Retention {
  readonly days: number;
  /** What is kept, and why for so long. For the documentation. */
  readonly what: string;
}

/**
 * GitHub delivers again what is at most three days old, an Enterprise Server seven (docs: webhooks/testing-and-
 * troubleshooting-webhooks/redelivering-webhooks); one day more is for clocks and time zones.
 */
const LATEST_REDELIVERY_DAYS = 8;

export const RETENTION = {
  deliveries: {
    days: LATEST_REDELIVERY_DAYS,
    what: 'ids and names of events, so that one that is delivered again is done once; who gave a command, and when',
  },
  finishedInstructions: {
    days: LATEST_REDELIVERY_DAYS,
    what: 'what was asked in a comment or by a button, the text of the comment included, once it was answered',
  },
  unfinishedInstructions: { days: 90, what: 'the same, where it could not be answered' },
  deadLetters: { days: 90, what: 'jobs that were given up, with the error and no text' },
  targets: {
    days: 180,
    what: 'branches and pull requests that nothing happened to and that were not seen at GitHub since, with their last verdicts and what was said about them in comments',
  },
  publications: {
    days: 90,
    what: 'which check run belongs to a commit, once it is no head of a branch any more',
  },
  reports: { days: 90, what: 'results of reviews, with quotes from the README; at most 20 of a repository' },
  settings: {
    days: 180,
    what: 'the text of settings files, of repositories in which nothing happened since',
  },
  tombstones: { days: 90, what: 'ids of installations and repositories that the app was taken off' },
  failedDeliveries: {
    days: LATEST_REDELIVERY_DAYS,
    what: 'ids of deliveries that GitHub could not bring, and that did not arrive since',
  },
} as const satisfies Readonly<Record<keyof Cutoffs, Retention>>;

/** The times up to which everything is kept. */
export function cutoffsAt(now: Date): Cutoffs {
  const before = (kind: keyof Cutoffs) => new Date(+now - RETENTION[kind].days * DAY_MS);
  return {
    deliveries: before('deliveries'),
    finishedInstructions: before('finishedInstructions'),
    unfinishedInstructions: before('unfinishedInstructions'),
    deadLetters: before('deadLetters'),
    targets: before('targets'),
    publications: before('publications'),
    reports: before('reports'),
    settings: before('settings'),
    tombstones: before('tombstones'),
    failedDeliveries: before('failedDeliveries'),
  };
}
