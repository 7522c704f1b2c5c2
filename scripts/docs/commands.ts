import type { CommandDescription } from '../../src/commands/description.ts';
import { COMMANDS } from '../../src/commands/kinds/index.ts';
import { MAX_REASON } from '../../src/commands/parse-acceptance.ts';
import { WHO } from '../../src/render/replies/wording.ts';

function row({ usage, summary, right, example }: CommandDescription): string {
  return `| \`${usage}\` | ${summary} | ${WHO[right]} | \`${example}\` |`;
}

export function commandsDocument(): string {
  return [
    '# Commands',
    '',
    'Made from `src/commands/kinds/` by `npm run docs`. A command starts a line of a comment on a pull request or an issue, in any case. It is not',
    'read in code, in a quote, in an HTML comment, behind a list’s marker, or in the message that an e-mail answers.',
    '',
    '| Command | What it does | Who may | Example |',
    '|---|---|---|---|',
    ...COMMANDS.map(row),
    '',
    '## How a line is read',
    '',
    '- The first command of a comment is carried out. If there are more, the answer says how many.',
    '- Words after `/review` are for people, unless the first of them is a command’s name. One that is nearly a name gets the nearest command as an',
    '  answer: it keeps the first letter, has at least four letters, and is one slip away, or two from six letters on. Words that are near',
    '  a name and ordinary, such as `accepted`, ask for a review. So does `/review as soon as you can`.',
    '- A criterion is named by its id or its title, in any case; the beginning is enough where only one begins so, and small slips are forgiven.',
    `- A reason goes on to the end of its paragraph. ${MAX_REASON} characters of it are kept.`,
    '',
  ].join('\n');
}
