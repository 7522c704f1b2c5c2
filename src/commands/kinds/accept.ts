import type { CommandDescription } from '../description.ts';
import { parseReasoned } from '../parse-acceptance.ts';

export const accept: CommandDescription = {
  name: 'accept',
  usage: '/review accept <criterion> because <reason>',
  summary: 'Counts a criterion as documented, for a reason that is shown beside the verdict.',
  example: '/review accept failures because the project is a week old and nothing has failed yet',
  right: 'decide',
  read: rest => {
    const acceptance = parseReasoned(rest);
    return acceptance === null ? null : { kind: 'accept', ...acceptance };
  },
};
