import type { CommandDescription } from '../description.ts';

export const config: CommandDescription = {
  name: 'config',
  usage: '/review config',
  summary: 'Shows which settings are in force, and where each comes from.',
  example: '/review config',
  right: 'ask',
  read: () => ({ kind: 'config' }),
};
