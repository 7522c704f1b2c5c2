/** What the stories about repositories with several projects ask of GitHub. */
import { CHANGED_README, type StoryRequests, TOKEN } from './shared.ts';

export const PROJECTS_REQUESTS = {
  'several projects in one repository': {
    'a root README indexes three folders': {
      [TOKEN]: 3,
      'checks/create': 1,
      'git/get-blob': 6,
      'git/get-tree': 1,
    },
    'one project is honest about failures': CHANGED_README,
    'the settings name the projects': CHANGED_README,
    'an outcome is accepted': {
      [TOKEN]: 1,
      'repos/get-collaborator-permission-level': 1,
      'reactions/create-for-issue-comment': 2,
      'git/get-ref': 1,
      'git/get-tree': 1,
      'checks/create': 1,
      'issues/create-comment': 1,
    },
    'a pull request touches one project': {
      [TOKEN]: 1,
      'git/get-blob': 1,
      'git/get-tree': 3,
      'checks/create': 1,
      'pulls/get': 1,
      'repos/compare-commits': 1,
      'issues/create-comment': 1,
    },
  },
} as const satisfies Record<string, StoryRequests>;
