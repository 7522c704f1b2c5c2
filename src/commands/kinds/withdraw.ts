import type { CommandDescription } from '../description.ts';
import { bareName, firstLine } from '../plain-words.ts';

export const withdraw: CommandDescription = {
  name: 'withdraw',
  usage: '/review withdraw <criterion>',
  summary: 'Takes back what was accepted in a comment.',
  example: '/review withdraw failures',
  right: 'decide',
  read: rest => {
    const criterion = bareName(firstLine(rest));
    return criterion === '' ? null : { kind: 'withdraw', criterion };
  },
};
