/**
 * What each story asks of GitHub, step by step: operation ids of GitHub's own description (of GraphQL the root field), and
 * how often. Each story's test holds the app to it, and docs/requests.md is made from it.
 */
import { DASHBOARD_REQUESTS } from './requests/dashboard.ts';
import { FAILURE_REQUESTS } from './requests/failures.ts';
import { PROJECTS_REQUESTS } from './requests/projects.ts';
import { SETTINGS_REQUESTS } from './requests/settings.ts';
import { CHANGED_README, SAME_README, type StoryRequests, TOKEN } from './requests/shared.ts';

export type { Requests, StoryRequests } from './requests/shared.ts';

export const REQUESTS = {
  'a learner improves a README over five pushes': {
    'the first README': { [TOKEN]: 3, 'checks/create': 1, 'git/get-blob': 2, 'git/get-tree': 1 },
    'what did not work is added': CHANGED_README,
    'a push without the README': SAME_README,
    'decisions are added': CHANGED_README,
    'results are added': CHANGED_README,
  },
  ...SETTINGS_REQUESTS,
  ...DASHBOARD_REQUESTS,
  ...PROJECTS_REQUESTS,
  ...FAILURE_REQUESTS,
} as const satisfies Record<string, StoryRequests>;
