import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMMANDS } from '../../src/commands/kinds/index.ts';
import { MAX_REASON } from '../../src/commands/parse-acceptance.ts';
import { MAX_NAME } from '../../src/commands/plain-words.ts';
import { readComment } from '../../src/commands/read-comment.ts';
import { hostileText } from '../helpers/hostile-text.ts';

const LINES = /\r\n|\r|\n/;
const examples = COMMANDS.map(({ example }) => example);

/** A comment as someone might write it who tries where commands are found. */
const comment = fc
  .array(
    fc.oneof(
      fc.constantFrom(...examples, '/review', '/REVIEW accept x because', ' ', '\n', '\n\n', '\r', '\t'),
      fc.constantFrom('>', '- ', '`', '```\n', '*', '<!--', '-->', '<pre>', 'On x wrote:\n', 'because'),
      hostileText,
    ),
    { maxLength: 15 },
  )
  .map(parts => parts.join(''));

describe('any comment', () => {
  test('is read without throwing, and the line that is named starts with the command', () => {
    fc.assert(
      fc.property(comment, text => {
        const intent = readComment(text);
        if (intent === null) return;
        expect(text.split(LINES)[intent.line - 1]).toMatch(/^\s*\/review/i);
      }),
      { numRuns: 300 },
    );
  });

  test('gives short names and reasons on one line', () => {
    fc.assert(
      fc.property(comment, comment, (before, after) => {
        const command = readComment(`/review accept ${before} because ${after}`)?.command;
        if (command?.kind !== 'accept') return;
        expect([...command.criterion].length).toBeLessThanOrEqual(MAX_NAME);
        expect([...command.reason].length).toBeLessThanOrEqual(MAX_REASON);
        expect(command.criterion + command.reason).not.toMatch(/[\r\n\t]/);
        expect(command.reason.isWellFormed()).toBe(true);
      }),
    );
  });

  test('can be handed to another thread', () => {
    fc.assert(
      fc.property(comment, text => {
        expect(structuredClone(readComment(text))).toEqual(readComment(text));
      }),
    );
  });
});

describe('no command is found, whatever it is,', () => {
  test.each([
    ['in a fenced block', (text: string) => `~~~~~~~~\n${text.replaceAll('~', '')}\n~~~~~~~~`],
    ['in a quote', (text: string) => `> ${text.split(LINES).join('\n> ')}`],
    ['in an HTML comment', (text: string) => `<!--\n${text.replaceAll('-->', '')}\n-->`],
    ['below a mail header', (text: string) => `On Monday, Ada wrote:\n\n${text}`],
  ])('%s', (_, wrap) => {
    fc.assert(
      fc.property(comment, text => {
        expect(readComment(wrap(text))).toBeNull();
      }),
    );
  });
});

test('what stands below the first command does not change it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), comment, (example, text) => {
      expect(readComment(`${example}\n\n${text}`)).toMatchObject({
        command: readComment(example)?.command,
        line: 1,
      });
    }),
  );
});
