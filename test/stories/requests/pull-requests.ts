import { CHANGED_README, FIRST_LOOK, type Requests, type StoryRequests, TOKEN } from './shared.ts';

/** The present pull request, and what lies between its base and its head. */
const COMPARED: Requests = { 'pulls/get': 1, 'repos/compare-commits': 1 };

/** A pull request whose README is another one: its head and the commit that it stands on. */
const CHANGED_IN_PULL_REQUEST: Requests = { ...CHANGED_README, ...COMPARED, 'git/get-tree': 2 };

export const PULL_REQUESTS = {
  'a fork contributor': {
    'the default branch before': { ...FIRST_LOOK, 'git/get-blob': 2 },
    'the pull request is opened': { ...CHANGED_IN_PULL_REQUEST, [TOKEN]: 1, 'issues/create-comment': 1 },
    'a push that flips nothing': CHANGED_IN_PULL_REQUEST,
    'a push that documents one more': { ...CHANGED_IN_PULL_REQUEST, 'issues/update-comment': 1 },
    '/review by the contributor': {
      [TOKEN]: 1,
      'reactions/create-for-issue-comment': 2,
      ...COMPARED,
      'git/get-tree': 3,
      'checks/update': 1,
      'issues/create-comment': 1,
      'graphql/minimize-comment': 1,
    },
    'the merge': { 'checks/create': 1, 'git/get-tree': 1 },
  },
} as const satisfies Record<string, StoryRequests>;
