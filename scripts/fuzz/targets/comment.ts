/** A comment on GitHub, and what it accepts said again in a README. */
import { COMMANDS } from '../../../src/commands/kinds/index.ts';
import { acceptanceComment, MAX_REASON, parseAcceptance } from '../../../src/commands/parse-acceptance.ts';
import { MAX_NAME } from '../../../src/commands/plain-words.ts';
import { readComment } from '../../../src/commands/read-comment.ts';
import { MAX_COMMENT_CHARACTERS } from '../../../src/jobs.ts';
import { MAX_ACCEPTANCES } from '../../../src/readme/read-acceptances.ts';
import { readOutline } from '../../../src/readme/read-outline.ts';
import type { Target } from '../target.ts';
import { problemsOfText } from './report-oracles.ts';

const EXAMPLES = COMMANDS.map(({ example }) => example);
const DICTIONARY = [
  ...EXAMPLES,
  '/review',
  '/REVIEW ',
  ' accept ',
  ' because ',
  '> ',
  '- ',
  '```\n',
  '`',
  '<!--',
  '-->',
  '<pre>',
  'On Monday, Ada wrote:\n',
  '-----Original Message-----\n',
  '\n\n',
  '\u2028',
  'because: ',
  '“',
  '--',
];

export const comment: Target = {
  name: 'comment',
  turns: 2,
  longest: MAX_COMMENT_CHARACTERS,
  seeds: () => [
    ...EXAMPLES,
    ...EXAMPLES.map(example => `> ${example}\n\n${example}\n\n- ${example}\n`),
    'Thanks!\n\n/review accept "what did not work" because it is young\n\nOn Monday, Ada wrote:\n> /review\n',
    '```\n/review\n```\n\n<!-- /review -->\n\n**/review** help\n',
  ],
  dictionary: DICTIONARY,
  heads: ['', '/review ', '/review accept failures because ', '/review\n\n'],
  run(text) {
    const intent = readComment(text);
    const output = JSON.stringify(intent);
    return {
      output,
      problems: () => {
        if (intent === null) return [];
        const { command, line } = intent;
        const starts = /^\s*\/review/i.test(text.split(/\r\n|\r|\n/)[line - 1] ?? '');
        return [
          ...(starts ? [] : [`line: no command begins on line ${line}`]),
          ...('criterion' in command && [...command.criterion].length > MAX_NAME ? ['name: too long'] : []),
          ...problemsOfText('command', output),
        ];
      },
    };
  },
};

/** `accept … because …`, read in a comment, written into a README and read again; and as a README has it. */
export const acceptance: Target = {
  name: 'acceptance',
  turns: 1,
  longest: MAX_COMMENT_CHARACTERS,
  seeds: () => [
    'accept failures because it is young',
    'accept "what did not work"\nbecause: it -- is young -->',
  ],
  dictionary: DICTIONARY,
  heads: ['', 'accept failures because ', 'accept '],
  run(text) {
    const said = parseAcceptance(text);
    const written = said === null ? '' : acceptanceComment({ ...said, criterion: 'failures' });
    const { acceptances } = readOutline(
      `# Tides\n\n${written}\n\n<!-- showwork: ${text.replaceAll('--', '')} -->\n`,
    );
    const output = JSON.stringify([said, written, acceptances]);
    return {
      output,
      problems: () => [
        ...problemsOfText('acceptance', output),
        ...(acceptances.length <= MAX_ACCEPTANCES ? [] : [`acceptances: ${acceptances.length}`]),
        ...acceptances
          .filter(({ criterion, reason }) => criterion === '' || [...reason].length > MAX_REASON)
          .map(each => `acceptances: ${JSON.stringify(each)}`),
        ...(said === null || (acceptances[0]?.criterion === 'failures' && acceptances[0].line === 3)
          ? []
          : [`acceptances: ${JSON.stringify(written)} is not read back`]),
      ],
    };
  },
};
