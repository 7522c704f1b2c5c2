/** What it takes to follow where the app is installed. */
import { CHANGED_README, FIRST_PUSH, NOTHING, type Requests, type StoryRequests, TOKEN } from './shared.ts';

/** The name of a repository that was added, its head, and what a push takes; README and manifest were read before. */
const FOUND_AGAIN: Requests = { 'repos/get': 1, 'git/get-ref': 1, 'git/get-tree': 1, 'checks/create': 1 };

const INTRODUCED: Requests = { ...FOUND_AGAIN, 'git/get-blob': 2 };

/** Eyes, an answer, and a closing reaction. */
const ANSWERED: Requests = { 'reactions/create-for-issue-comment': 2, 'issues/create-comment': 1 };

/** `/review accept` by the owner, on an issue. */
const ACCEPTED: Requests = {
  [TOKEN]: 2,
  'repos/get-collaborator-permission-level': 1,
  'git/get-ref': 1,
  'git/get-tree': 1,
  'checks/create': 1,
  ...ANSWERED,
};

/** `/review` on an issue. */
const REVIEWED_AGAIN: Requests = { 'git/get-ref': 1, 'git/get-tree': 1, 'checks/update': 1, ...ANSWERED };

/** A push that brings a README which was read before. */
const KNOWN_README: Requests = { 'git/get-tree': 1, 'checks/create': 1 };

export const INSTALLATIONS = {
  'a first install': {
    // One has a README, one has none, one has no commit.
    'installed on three repositories': {
      [TOKEN]: 5,
      ...INTRODUCED,
      'repos/get': 3,
      'git/get-ref': 3,
      'git/get-tree': 2,
    },
    'a fourth is added, which wants a dashboard': { [TOKEN]: 2, ...INTRODUCED, 'git/get-blob': 3 },
    'the first push': CHANGED_README,
    'the first commit of all': { [TOKEN]: 1, ...CHANGED_README, 'git/get-blob': 2 },
  },
  'a repository is taken away and given back': {
    installed: { [TOKEN]: 3, ...INTRODUCED },
    'its owner accepts what is missing': ACCEPTED,
    'taken away': NOTHING,
    'given back': INTRODUCED,
    '/review': { ...REVIEWED_AGAIN, [TOKEN]: 1 },
    'Re-run': { 'git/get-tree': 1, 'checks/update': 1 },
  },
  'a large install': {
    // Ten check runs at once: the others follow when nobody who waits needs the writes.
    'installed on sixty repositories, and a push to the last of them': {
      [TOKEN]: 71,
      'repos/get': 60,
      'git/get-ref': 60,
      'git/get-tree': 61,
      'git/get-blob': 120,
      'checks/create': 10,
    },
  },
  'uninstall while a job runs': {
    'uninstalled while the app reads the tree': { [TOKEN]: 1, 'git/get-tree': 1 },
    'uninstalled while the app reads the README': { [TOKEN]: 2, 'git/get-tree': 1, 'git/get-blob': 1 },
    'uninstalled while the app makes the check run': {
      [TOKEN]: 3,
      'git/get-tree': 1,
      'git/get-blob': 2,
      'checks/create': 1,
    },
    'what was done before is delivered late': NOTHING,
  },
  'a repository moves': {
    pushed: FIRST_PUSH,
    // Each answer under the old name is a redirect, which is a request of its own.
    'renamed right after a push, which is asked for under the old name': {
      'git/get-tree': 2,
      'git/get-blob': 2,
      'checks/create': 2,
    },
    'told of the new name': NOTHING,
    'pushed under the new name': CHANGED_README,
    'made private': NOTHING,
    'pushed while it is private': KNOWN_README,
    'made public': NOTHING,
    'another default branch': NOTHING,
    'pushed to the new default branch': KNOWN_README,
    '/review on an issue': { ...REVIEWED_AGAIN, [TOKEN]: 2 },
    'taken from the old owner': NOTHING,
    'arrived at the new owner': { [TOKEN]: 3, ...INTRODUCED },
    'pushed by the new owner': CHANGED_README,
  },
  'a transfer whose words come in another order': {
    pushed: FIRST_PUSH,
    'its owner accepts what is missing': ACCEPTED,
    transferred: NOTHING,
    'arrived at the new owner': { [TOKEN]: 3, ...FOUND_AGAIN },
    // What is forgotten is forgotten in memory, too.
    'taken from the old owner': NOTHING,
    'pushed by the new owner': { ...CHANGED_README, 'git/get-blob': 2 },
  },
  'an installation is suspended': {
    pushed: FIRST_PUSH,
    'suspended right after a push and a re-run': NOTHING,
    back: { 'git/get-tree': 2, 'git/get-blob': 1, 'checks/create': 1, 'checks/update': 1 },
  },
} as const satisfies Record<string, StoryRequests>;
