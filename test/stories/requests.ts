/**
 * What each story asks of GitHub, step by step: operation ids of GitHub's own description (of GraphQL the root field), and
 * how often. Each story's test holds the app to it, and docs/requests.md is made from it.
 */
import { COMMANDS } from './requests/commands.ts';
import { CONVERSATIONS } from './requests/conversations.ts';
import { DASHBOARD_REQUESTS } from './requests/dashboard.ts';
import { FAILURE_REQUESTS } from './requests/failures.ts';
import { INSTALLATIONS } from './requests/installations.ts';
import { MACHINES } from './requests/machines.ts';
import { PROJECTS_REQUESTS } from './requests/projects.ts';
import { PULL_REQUESTS } from './requests/pull-requests.ts';
import { SETTINGS_REQUESTS } from './requests/settings.ts';
import { CHANGED_README, FIRST_PUSH, SAME_README, type StoryRequests } from './requests/shared.ts';
import { WORDS_OF_AUTHORS } from './requests/words-of-authors.ts';

export type { Requests, StoryRequests } from './requests/shared.ts';

export const REQUESTS = {
  'a learner improves a README over five pushes': {
    'the first README': FIRST_PUSH,
    'what did not work is added': CHANGED_README,
    'a push without the README': SAME_README,
    'decisions are added': CHANGED_README,
    'results are added': CHANGED_README,
  },
  ...INSTALLATIONS,
  ...COMMANDS,
  ...MACHINES,
  ...PULL_REQUESTS,
  ...WORDS_OF_AUTHORS,
  ...CONVERSATIONS,
  ...SETTINGS_REQUESTS,
  ...DASHBOARD_REQUESTS,
  ...PROJECTS_REQUESTS,
  ...FAILURE_REQUESTS,
} as const satisfies Record<string, StoryRequests>;
