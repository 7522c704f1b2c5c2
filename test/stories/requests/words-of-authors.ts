import { CHANGED_README, type Requests, SAME_README, type StoryRequests, TOKEN } from './shared.ts';

/** A pull request from a fork; one from the repository itself takes one tree more, for the push. */
const PULL_REQUEST: Requests = {
  'checks/create': 1,
  'git/get-tree': 2,
  'pulls/get': 1,
  'repos/compare-commits': 1,
};
const OPENED: Requests = { ...PULL_REQUEST, [TOKEN]: 1, 'git/get-blob': 1, 'issues/create-comment': 1 };

/** Eyes, who asks, an answer, and the closing reaction. */
const SPOKEN: Requests = {
  'reactions/create-for-issue-comment': 2,
  'repos/get-collaborator-permission-level': 1,
  'issues/create-comment': 1,
};

/** On an issue: about the default branch. */
const SPOKEN_ON_ISSUE: Requests = { ...SPOKEN, 'git/get-ref': 1, 'git/get-tree': 1 };

/** On a pull request: the check run and its comment say what holds now. */
const SPOKEN_ON_PULL_REQUEST: Requests = {
  ...SPOKEN,
  ...PULL_REQUEST,
  'issues/update-comment': 1,
};

/** Who may not decide is told so once a day; that they may not has to be asked each time. */
const DECLINED: Requests = {
  'repos/get-collaborator-permission-level': 1,
  'reactions/create-for-issue-comment': 1,
  'issues/create-comment': 1,
};
const TOLD_BEFORE: Requests = { 'repos/get-collaborator-permission-level': 1 };

/** Eyes, a fresh look at the default branch, the same check run concluded again, a comment, and the closing reaction. */
const ASKED_ON_ISSUE: Requests = {
  [TOKEN]: 1,
  'reactions/create-for-issue-comment': 2,
  'git/get-ref': 1,
  'git/get-tree': 1,
  'checks/update': 1,
  'issues/create-comment': 1,
};

export const WORDS_OF_AUTHORS = {
  'a maintainer accepts and withdraws': {
    'the pull request is opened': { ...OPENED, 'git/get-tree': 3 },
    'a maintainer accepts': SPOKEN_ON_PULL_REQUEST,
    'a later push': { ...PULL_REQUEST, 'git/get-tree': 3 },
    'the maintainer withdraws': SPOKEN_ON_PULL_REQUEST,
  },
  'a reason in the README and in the settings': {
    'a line in the README': CHANGED_README,
    'the line goes': CHANGED_README,
    'a key in the settings': CHANGED_README,
    'somebody would withdraw it in a comment': { ...SPOKEN_ON_ISSUE, [TOKEN]: 1 },
    'the settings go': SAME_README,
  },
  'the author of a pull request accepts': {
    'the pull request is opened': OPENED,
    'its author accepts': SPOKEN_ON_PULL_REQUEST,
    'a later push': PULL_REQUEST,
    'the merge': SAME_README,
  },
  'a stranger tries accept and as': {
    'the pull request is opened': { ...OPENED, 'git/get-tree': 3 },
    'a stranger accepts': DECLINED,
    'and once more': TOLD_BEFORE,
    'and names a type': TOLD_BEFORE,
    'and withdraws': TOLD_BEFORE,
  },
  "an issue's author tries accept and as": {
    'its author accepts': { ...DECLINED, [TOKEN]: 1 },
    'and names a type': TOLD_BEFORE,
    'and asks for a review': ASKED_ON_ISSUE,
  },
  'who may ask for a review': {
    'a stranger asks': { ...DECLINED, [TOKEN]: 1 },
    'who may triage asks, in two deliveries': {
      ...ASKED_ON_ISSUE,
      'repos/get-collaborator-permission-level': 1,
    },
  },
  "a pull request of the default branch's own commit": {
    'a stranger opens a pull request of the default branch': PULL_REQUEST,
    'its author accepts': { ...SPOKEN, [TOKEN]: 1, 'pulls/get': 1 },
  },
  'a maintainer names the project type': {
    'a maintainer names a type': { ...SPOKEN_ON_ISSUE, [TOKEN]: 1, 'checks/create': 1 },
    'a later push': SAME_README,
    'a type that there is not': SPOKEN_ON_ISSUE,
    'the maintainer goes back': { ...SPOKEN_ON_ISSUE, 'checks/create': 1 },
  },
} as const satisfies Record<string, StoryRequests>;
