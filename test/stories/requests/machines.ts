/** What it takes to answer merge queues and bots. */
import { CHANGED_README, FIRST_PUSH, NOTHING, type StoryRequests } from './shared.ts';

export const MACHINES = {
  'branches of machines': {
    pushed: FIRST_PUSH,
    'a merge queue tries a pull request': CHANGED_README,
    "dependabot's branch and pull request": NOTHING,
    // Whose pull request it is says whether a comment would be read.
    "another bot's pull request from a fork": { ...CHANGED_README, 'pulls/get': 1 },
  },
} as const satisfies Record<string, StoryRequests>;
