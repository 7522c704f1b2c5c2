/**
 * What each story asks of GitHub, step by step: operation ids of GitHub's own description (of GraphQL the root field), and
 * how often. Each story's test holds the app to it, and docs/requests.md is made from it.
 */
export type Requests = Readonly<Record<string, number>>;

/** By step. */
export type StoryRequests = Readonly<Record<string, Requests>>;

const TOKEN = 'apps/create-installation-access-token';

/** A push whose README is another one; the first of an installation takes its tokens too. */
const CHANGED_README: Requests = { 'checks/create': 1, 'git/get-blob': 1, 'git/get-tree': 1 };

export const REQUESTS = {
  'a learner improves a README over five pushes': {
    'the first README': { [TOKEN]: 3, 'checks/create': 1, 'git/get-blob': 2, 'git/get-tree': 1 },
    'what did not work is added': CHANGED_README,
    'a push without the README': { 'checks/create': 1, 'git/get-tree': 1 },
    'decisions are added': CHANGED_README,
    'results are added': CHANGED_README,
  },
} as const satisfies Record<string, StoryRequests>;
