/** What the stories about the dashboard ask of GitHub. */
import { CHANGED_README, type Requests, SAME_README, type StoryRequests, TOKEN } from './shared.ts';

/** Whether an issue stands from earlier days is looked up before the first one is opened. */
const SWITCHED_ON: Requests = {
  [TOKEN]: 4,
  'checks/create': 1,
  'git/get-blob': 3,
  'git/get-tree': 1,
  'issues/create': 1,
  'issues/list-for-repo': 1,
};

const EDITED: Requests = { ...CHANGED_README, 'issues/update': 1 };

export const DASHBOARD_REQUESTS = {
  'the dashboard': {
    'the dashboard is switched on': SWITCHED_ON,
    'code is pushed': SAME_README,
    'a verdict flips': EDITED,
    'all is documented': EDITED,
    'it falls back': { ...SAME_README, 'issues/update': 1 },
    'a person ticks the box': {
      [TOKEN]: 1,
      'git/get-ref': 1,
      'git/get-tree': 1,
      'issues/update': 1,
    },
    'GitHub tells the app of its own edit': {},
    'the dashboard is switched off': CHANGED_README,
    'a verdict flips unseen': SAME_README,
  },
  'a lost answer about the dashboard': {
    'the answer to the creation is lost': SWITCHED_ON,
    'a verdict flips': { ...EDITED, 'issues/list-for-repo': 1 },
  },
} as const satisfies Record<string, StoryRequests>;
