import type { CommandDescription } from '../description.ts';

export const help: CommandDescription = {
  name: 'help',
  usage: '/review help',
  summary: 'Lists the commands and who may give them.',
  example: '/review help',
  right: 'ask',
  read: () => ({ kind: 'help' }),
};
