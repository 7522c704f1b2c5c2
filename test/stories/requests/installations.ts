/** What it takes to follow where the app is installed. */
import { CHANGED_README, NOTHING, type Requests, type StoryRequests, TOKEN } from './shared.ts';

/** The name of a repository that was added, its head, and what a push takes: tree, README and manifest, check run. */
const INTRODUCED: Requests = {
  'repos/get': 1,
  'git/get-ref': 1,
  'git/get-tree': 1,
  'git/get-blob': 2,
  'checks/create': 1,
};

/** Eyes, an answer, and a closing reaction. */
const ANSWERED: Requests = { 'reactions/create-for-issue-comment': 2, 'issues/create-comment': 1 };

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
    'its owner accepts what is missing': {
      [TOKEN]: 2,
      'repos/get-collaborator-permission-level': 1,
      'git/get-ref': 1,
      'git/get-tree': 1,
      'checks/create': 1,
      ...ANSWERED,
    },
    'taken away': NOTHING,
    'given back': INTRODUCED,
    '/review': { [TOKEN]: 1, 'git/get-ref': 1, 'git/get-tree': 1, 'checks/update': 1, ...ANSWERED },
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
} as const satisfies Record<string, StoryRequests>;
