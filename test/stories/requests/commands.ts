/** What commands take when many come at once. */
import { type Requests, type StoryRequests, TOKEN } from './shared.ts';

/** A pull request from a fork: its head, the settings of the default branch, and the commit that it stands on. */
const OPENED: Requests = {
  [TOKEN]: 4,
  'git/get-tree': 3,
  'git/get-blob': 3,
  'checks/create': 1,
  'pulls/get': 1,
  'repos/compare-commits': 1,
  'issues/create-comment': 1,
};

export const COMMANDS = {
  'two commands at once': {
    opened: OPENED,
    // One of the two is not the pull request's author, so that GitHub is asked what she may do.
    'two commands': {
      [TOKEN]: 2,
      'repos/get-collaborator-permission-level': 1,
      'pulls/get': 2,
      'git/get-tree': 6,
      'repos/compare-commits': 2,
      'checks/update': 2,
      'issues/create-comment': 2,
      'graphql/minimize-comment': 2,
      'reactions/create-for-issue-comment': 4,
    },
  },
  'a comment storm': {
    opened: OPENED,
    // Five are carried out, one is told that it has to wait, twenty-four get nothing.
    'thirty by the author': {
      [TOKEN]: 5,
      'pulls/get': 5,
      'git/get-tree': 15,
      'repos/compare-commits': 5,
      'checks/update': 5,
      'issues/create-comment': 6,
      'graphql/minimize-comment': 5,
      'reactions/create-for-issue-comment': 11,
    },
    'thirty by a stranger': {
      'repos/get-collaborator-permission-level': 30,
      'issues/create-comment': 1,
      'reactions/create-for-issue-comment': 1,
    },
  },
} as const satisfies Record<string, StoryRequests>;
