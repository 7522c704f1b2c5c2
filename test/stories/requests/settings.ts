/** What the stories about settings ask of GitHub. */
import { CHANGED_README, type Requests, SAME_README, type StoryRequests, TOKEN } from './shared.ts';

/** Tree, README and manifest, and the file that holds for all of the owner's repositories. */
const FIRST_PUSH = { 'checks/create': 1, 'git/get-blob': 2, 'git/get-tree': 1, 'repos/get-content': 1 };

/** The first push of an installation whose owner has no settings: tree, README, manifest and the repository's settings. */
const WITH_SETTINGS: Requests = { [TOKEN]: 3, 'checks/create': 1, 'git/get-blob': 3, 'git/get-tree': 1 };

/** Another settings file takes as much as another README. */
const CHANGED_SETTINGS = CHANGED_README;

/** A pull request with its push: either reads the commit's tree, and the comment compares with the base's. */
const PULL_REQUEST: Requests = {
  'checks/create': 1,
  'git/get-tree': 3,
  'pulls/get': 1,
  'repos/compare-commits': 1,
};

/** Words in a pull request, between eyes and a closing reaction. */
const ANSWERED: Requests = {
  'reactions/create-for-issue-comment': 2,
  'pulls/get': 1,
  'issues/create-comment': 1,
};

/** Words in an issue about the default branch as it is now. */
const ASKED_ON_ISSUE: Requests = {
  'reactions/create-for-issue-comment': 2,
  'git/get-ref': 1,
  'git/get-tree': 1,
  'issues/create-comment': 1,
};

/** What is in force is looked up for who asks, and whether the owner's settings are in reach by now. */
const LOOKED_UP: Requests = { [TOKEN]: 1, 'git/get-tree': 1 };

/** An author's word about the default branch, and the check run by it. */
const WORD_OF_AUTHOR: Requests = {
  'repos/get-collaborator-permission-level': 1,
  'reactions/create-for-issue-comment': 2,
  'git/get-ref': 1,
  'git/get-tree': 1,
  'checks/create': 1,
  'issues/create-comment': 1,
};

/** A push to the owner's repository `.github`, of which nobody hears. */
const MENTORS_PUSH: Requests = { 'git/get-tree': 1, 'repos/get-content': 1 };

export const SETTINGS_REQUESTS = {
  "a mentor's organisation rubric": {
    'a learner pushes': { [TOKEN]: 3, ...FIRST_PUSH },
    'another one sets a locked key': { [TOKEN]: 2, 'checks/create': 1, 'git/get-blob': 3, 'git/get-tree': 1 },
    'the mentor drops a heading': { [TOKEN]: 1, ...MENTORS_PUSH },
    'the learner pushes code': SAME_README,
  },
  "a mistake in a mentor's rubric": {
    'a learner pushes': { [TOKEN]: 3, ...FIRST_PUSH },
    'the mentor misspells a key': { [TOKEN]: 2, ...MENTORS_PUSH, 'checks/create': 1 },
    'the learner pushes code': SAME_README,
    'the mentor mends it': MENTORS_PUSH,
    'the learner pushes once more': SAME_README,
  },
  'a mentor without the app': {
    'a learner pushes': { [TOKEN]: 3, 'checks/create': 1, 'git/get-blob': 2, 'git/get-tree': 1 },
    'and pushes code': SAME_README,
  },
  'a broken configuration is mended': {
    'settings without a mistake': WITH_SETTINGS,
    'a key is misspelt': CHANGED_SETTINGS,
    'code is pushed meanwhile': SAME_README,
    'the key is mended': CHANGED_SETTINGS,
  },
  'settings broken from the very first': {
    'the first settings have a mistake': WITH_SETTINGS,
    'the file is deleted': SAME_README,
  },
  '/review config': {
    'a learner pushes': { ...WITH_SETTINGS, 'repos/get-content': 1 },
    'a word in a comment': { [TOKEN]: 1, ...WORD_OF_AUTHOR },
    '/review config': { ...ASKED_ON_ISSUE, 'repos/get-content': 1 },
  },
  'settings whose push was lost': {
    'a learner pushes': { ...WITH_SETTINGS, 'repos/get-content': 1 },
    '/review after two lost pushes': {
      [TOKEN]: 1,
      ...ASKED_ON_ISSUE,
      'repos/get-content': 1,
      'git/get-blob': 1,
      'checks/create': 1,
    },
    'the next push': SAME_README,
  },
  'switched off': {
    'a push': { [TOKEN]: 3, 'checks/create': 1, 'git/get-blob': 2, 'git/get-tree': 1 },
    'the app is switched off': { 'git/get-blob': 1, 'git/get-tree': 1 },
    'the README changes': { 'git/get-tree': 1 },
    'a branch is pushed': {},
    'a pull request is opened': {},
    '/review': { ...ANSWERED, ...LOOKED_UP, [TOKEN]: 2 },
    '/review accept': { ...ANSWERED, 'repos/get-collaborator-permission-level': 1 },
    '/review config': { ...ANSWERED, ...LOOKED_UP },
    'the app is switched on': { ...CHANGED_SETTINGS, 'git/get-blob': 2 },
  },
  'branches are left alone': {
    'branches are left alone': WITH_SETTINGS,
    'a push to wip/results': {},
    'a push to gh-pages': {},
    'a pull request from it': {},
    'a push to another branch': CHANGED_README,
  },
  'comments are switched off': {
    'comments are switched off': WITH_SETTINGS,
    'a push to a branch': CHANGED_README,
    'its pull request': { 'git/get-tree': 1 },
    '/review': {
      [TOKEN]: 2,
      'reactions/create-for-issue-comment': 2,
      'pulls/get': 1,
      'repos/compare-commits': 1,
      'git/get-tree': 3,
      'checks/update': 1,
      'issues/create-comment': 1,
    },
  },
  'a check that enforces': {
    'a missing outcome': WITH_SETTINGS,
    'it is accepted': { [TOKEN]: 1, ...WORD_OF_AUTHOR },
    'what did not work is written': CHANGED_README,
    'the acceptance is withdrawn': WORD_OF_AUTHOR,
  },
  'a pull request edits the configuration': {
    'the README': { [TOKEN]: 3, 'checks/create': 1, 'git/get-blob': 2, 'git/get-tree': 1 },
    'a pull request proposes settings': {
      [TOKEN]: 1,
      ...PULL_REQUEST,
      'git/get-blob': 1,
      'issues/create-comment': 1,
    },
    'the proposal is broken': { ...PULL_REQUEST, 'git/get-blob': 1, 'issues/update-comment': 1 },
    'the proposal is mended': { ...PULL_REQUEST, 'issues/update-comment': 1 },
    'the pull request is merged': SAME_README,
  },
} as const satisfies Record<string, StoryRequests>;
