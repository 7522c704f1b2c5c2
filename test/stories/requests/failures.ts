/** What the stories about errors of ours ask of GitHub. Between two attempts an hour passes, in which tokens and settings age. */
import { CHANGED_README, SAME_README, type StoryRequests, TOKEN } from './shared.ts';

export const FAILURE_REQUESTS = {
  'a review that fails': {
    'a push': { [TOKEN]: 2, 'git/get-blob': 1, 'git/get-tree': 1 },
    'the second attempt': { [TOKEN]: 2, 'checks/create': 1, 'git/get-ref': 1, 'git/get-tree': 1 },
    'Re-review is pressed': SAME_README,
    'the next push': SAME_README,
  },
  'a check run that GitHub does not take': {
    'a push': { [TOKEN]: 3, ...CHANGED_README },
    'each further attempt': {
      [TOKEN]: 1,
      'git/get-ref': 1,
      'git/get-tree': 1,
      'checks/list-for-ref': 1,
      'checks/create': 1,
    },
    'the word that it was given up': { 'checks/list-for-ref': 1, 'checks/create': 1 },
  },
  'a command that fails': {
    'a push': { [TOKEN]: 3, ...CHANGED_README },
    '/review explain': {
      [TOKEN]: 1,
      'reactions/create-for-issue-comment': 1,
      'git/get-ref': 1,
      'git/get-tree': 1,
    },
    'the second attempt': {
      [TOKEN]: 1,
      'reactions/create-for-issue-comment': 2,
      'git/get-ref': 1,
      'git/get-tree': 1,
      'issues/list-comments': 1,
      'issues/create-comment': 1,
    },
  },
} as const satisfies Record<string, StoryRequests>;
