import { NOTHING, type Requests, type StoryRequests, TOKEN } from './shared.ts';

/** The commit, and what lies between the base and it. */
const READ: Requests = { 'git/get-blob': 1, 'git/get-tree': 2, 'pulls/get': 1, 'repos/compare-commits': 1 };

/** Eyes, words, and the closing reaction. */
const ANSWERED: Requests = { 'issues/create-comment': 1, 'reactions/create-for-issue-comment': 2 };

const EXPLAINED: Requests = { ...ANSWERED, 'git/get-tree': 1, 'pulls/get': 1 };

/** A fresh look at head, base and the settings in force; the comment that stood before is folded. */
const ASKED_AGAIN: Requests = {
  ...ANSWERED,
  [TOKEN]: 1,
  'checks/update': 1,
  'git/get-tree': 3,
  'graphql/minimize-comment': 1,
  'pulls/get': 1,
  'repos/compare-commits': 1,
};

export const CONVERSATIONS = {
  'a forged review marker': {
    'the answer to our comment is lost': {
      ...READ,
      [TOKEN]: 1,
      'checks/create': 1,
      'issues/create-comment': 1,
    },
    'a push, with the marker in the README': {
      ...READ,
      'checks/create': 1,
      'issues/list-comments': 1,
      'issues/update-comment': 1,
    },
    '/review': ASKED_AGAIN,
  },
  'a forged dashboard marker': {
    'the answer to the dashboard is lost': {
      [TOKEN]: 1,
      'checks/create': 1,
      'git/get-blob': 1,
      'git/get-tree': 1,
      'issues/create': 1,
      'issues/list-for-repo': 1,
    },
    'a push': {
      'checks/create': 1,
      'git/get-blob': 1,
      'git/get-tree': 1,
      'issues/list-for-repo': 1,
      'issues/update': 1,
    },
    'its box is ticked': NOTHING,
  },
  'commands that people only talk about': {
    'in code': NOTHING,
    'in a quote': NOTHING,
    'in an HTML comment': NOTHING,
    'in the e-mail that is answered': NOTHING,
    'in a sentence or a word': NOTHING,
  },
  'commands by edits, deletions and bots': {
    'a comment is edited': NOTHING,
    'a comment is deleted': NOTHING,
    'a bot comments': NOTHING,
    'GitHub tells the app of its own comments': NOTHING,
  },
  'help and explain': {
    help: ANSWERED,
    'explain failures': EXPLAINED,
    'explain something else': EXPLAINED,
  },
  'misspelt and incomplete commands': {
    'a misspelt command': ANSWERED,
    // Who may not accept is not told how.
    'a command without its reason': { ...ANSWERED, 'repos/get-collaborator-permission-level': 1 },
    'GitHub tells the app of its own answers': NOTHING,
  },
  'several commands in one comment': {
    'help before two others': ANSWERED,
    '/review before another': ASKED_AGAIN,
  },
} as const satisfies Record<string, StoryRequests>;
