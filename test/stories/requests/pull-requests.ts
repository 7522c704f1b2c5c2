import {
  CHANGED_README,
  FIRST_LOOK,
  NOTHING,
  type Requests,
  SAME_README,
  type StoryRequests,
  TOKEN,
} from './shared.ts';

/** The present pull request, and what lies between its base and its head. */
const COMPARED: Requests = { 'pulls/get': 1, 'repos/compare-commits': 1 };

/** A pull request whose README is another one: its head and the commit that it stands on. */
const CHANGED_IN_PULL_REQUEST: Requests = { ...CHANGED_README, ...COMPARED, 'git/get-tree': 2 };

/** A pull request from the repository itself is a push as well; the second of the two finds the check run done. */
const SAME_README_IN_PULL_REQUEST: Requests = { ...COMPARED, 'checks/create': 1, 'git/get-tree': 2 };

/** The check run, and a look at whose pull request it is. */
const UNTOLD_PULL_REQUEST: Requests = { ...CHANGED_README, 'git/get-tree': 2, 'pulls/get': 1 };

/** A pull request from the repository itself, whose README is one that was read before, and its base. */
const REVIEWED: Requests = { ...COMPARED, 'checks/create': 1, 'git/get-tree': 3 };

const OPENED: Requests = { ...REVIEWED, [TOKEN]: 1, 'git/get-blob': 1, 'issues/create-comment': 1 };

/** The check run stands, the comment says something else by now. */
const EDITED_AT_THE_SAME_HEAD: Requests = { ...COMPARED, 'git/get-tree': 2, 'issues/update-comment': 1 };

/** Eyes, a fresh look at the head and at the settings in force, a comment of its own, and the closing reaction. */
const ASKED: Requests = {
  ...COMPARED,
  'reactions/create-for-issue-comment': 2,
  'git/get-tree': 3,
  'checks/update': 1,
  'issues/create-comment': 1,
};

export const PULL_REQUESTS = {
  'a fork contributor': {
    'the default branch before': { ...FIRST_LOOK, 'git/get-blob': 2 },
    'the pull request is opened': { ...CHANGED_IN_PULL_REQUEST, [TOKEN]: 1, 'issues/create-comment': 1 },
    'a push that flips nothing': CHANGED_IN_PULL_REQUEST,
    'a push that documents one more': { ...CHANGED_IN_PULL_REQUEST, 'issues/update-comment': 1 },
    '/review by the contributor': { ...ASKED, [TOKEN]: 1, 'graphql/minimize-comment': 1 },
    'the merge': SAME_README,
  },
  'a pull request that does not touch a README': {
    'the pull request is opened': SAME_README_IN_PULL_REQUEST,
    'a push': SAME_README_IN_PULL_REQUEST,
  },
  'a draft becomes ready': {
    'a draft is opened': UNTOLD_PULL_REQUEST,
    'it is ready': { ...COMPARED, [TOKEN]: 1, 'git/get-tree': 2, 'issues/create-comment': 1 },
  },
  'a draft that somebody asks about': {
    'a draft is opened': UNTOLD_PULL_REQUEST,
    '/review': { ...ASKED, [TOKEN]: 2 },
    'it is ready': { ...COMPARED, 'git/get-tree': 2 },
  },
  "a bot's pull request": { 'a bot opens a pull request': UNTOLD_PULL_REQUEST },
  'a pull request whose base changes': {
    'two pull requests, one on top of the other': {
      [TOKEN]: 1,
      'checks/create': 2,
      'git/get-blob': 2,
      'git/get-tree': 6,
      'issues/create-comment': 2,
      'pulls/get': 2,
      'repos/compare-commits': 2,
    },
    'its title is edited': NOTHING,
    'its base is the other one now': EDITED_AT_THE_SAME_HEAD,
  },
  'a force-pushed pull request': {
    'the pull request is opened': OPENED,
    'a force-push takes the section away': { ...REVIEWED, 'issues/update-comment': 1 },
  },
  'a pull request that is closed and reopened': {
    'the pull request is opened': OPENED,
    'it is closed': NOTHING,
    '/review while it is closed': {
      'issues/create-comment': 1,
      'pulls/get': 1,
      'reactions/create-for-issue-comment': 2,
    },
    'a push to its branch': CHANGED_README,
    'it is reopened': EDITED_AT_THE_SAME_HEAD,
  },
  'a pull request that deletes the README': {
    // Whether the default branch has one decides whether a word is due: asked for the branch and for the pull request.
    'the README is deleted': { ...REVIEWED, [TOKEN]: 1, 'git/get-tree': 5, 'issues/create-comment': 1 },
    'it comes back, with more in it': { ...REVIEWED, 'git/get-blob': 1, 'issues/update-comment': 1 },
  },
  'a pull request that renames the README': { 'the README moves and grows': OPENED },
} as const satisfies Record<string, StoryRequests>;
