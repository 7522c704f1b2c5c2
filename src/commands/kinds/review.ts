import type { CommandDescription } from '../description.ts';

export const review: CommandDescription = {
  name: 'review',
  usage: '/review',
  summary: 'Takes a fresh look; words may follow.',
  example: '/review I have added the results, please look again',
  right: 'ask',
  read: () => ({ kind: 'review' }),
};
