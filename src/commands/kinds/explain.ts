import type { CommandDescription } from '../description.ts';
import { bareName, firstLine } from '../plain-words.ts';

export const explain: CommandDescription = {
  name: 'explain',
  usage: '/review explain <criterion>',
  summary:
    'Says why a criterion matters, which lines were considered, and what a weak and a strong one look like.',
  example: '/review explain failures',
  right: 'ask',
  read: rest => {
    const criterion = bareName(firstLine(rest));
    return criterion === '' ? null : { kind: 'explain', criterion };
  },
};
