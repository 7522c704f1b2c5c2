import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readComment } from '../../src/commands/read-comment.ts';
import { MAX_COMMENT_CHARACTERS } from '../../src/jobs.ts';

describe('a command is read', () => {
  test.each([
    ['alone', '/review', 1],
    ['in capitals', '/REVIEW', 1],
    ['with prose after it', '/review please, I added the results', 1],
    ['on a later line', 'Thanks!\n/review', 2],
    ['on a later line with CRLF', 'Thanks!\r\n\r\n/review', 3],
    ['after a list', '- done\n/review', 2],
    ['under a list item', '- done\n  /review', 2],
    ['after code over two lines', '`a\nb`\n/review', 3],
    ['indented by a little', '  /review', 1],
    ['in the list item after a marked one', '- /review\n/review', 2],
    ['after a hard break', 'one  \n/review', 2],
    ['after code on the line before', '`x`\n/review', 2],
    ['first of two', '/review\n\n/review', 1],
  ])('%s', (_, text, line) => {
    expect(readComment(text)).toEqual({ kind: 'review', line });
  });
});

describe('a command is not read', () => {
  test.each([
    ['in the middle of a line', 'you can say /review'],
    ['as part of a word', '/reviews'],
    ['as part of a path', '/review/latest'],
    ['in inline code', '`/review`'],
    ['in a fenced block', '```\n/review\n```'],
    ['in an indented block', 'so:\n\n    /review'],
    ['in a quote', '> /review'],
    ['after the marker of a list', '- /review\n1. /review'],
    ['in a table', '/review | x\n--- | ---\n/review | y'],
    ['in a heading', '# /review'],
    ['in code over two lines', '`a\n/review b`'],
    ['in emphasis over two lines', '**a\n/review b**'],
    ['in the text of a link', '[\n/review](https://example.com)'],
    ['in the lazy continuation of a quote', '> said\n/review'],
    ['in an HTML comment', '<!--\n/review\n-->'],
    ['escaped', '\\/review'],
    ['in emphasis', '**/review**'],
    ['in an empty comment', ''],
  ])('%s', (_, text) => {
    expect(readComment(text)).toBeNull();
  });
});

test('any text is read without throwing, and a line that is named starts with the command', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('/review', ' ', '\n', '\r', '>', '-', '`', '*', '<!--', '-->', 'x', '\t'),
      }),
      text => {
        const intent = readComment(text);
        if (intent === null) return;
        expect(text.split(/\r\n|\r|\n/)[intent.line - 1]).toMatch(/\/review/i);
      },
    ),
  );
});

test.each([
  ['commands in marked list items', '- /review\n'],
  ['a long table', '|a|b\n|-|-\n'],
  ['quotes in each other', `${'> '.repeat(19)}a\n`],
  ['emphasis that never ends', '*_'],
  ['links', '[a](b)'],
  ['breaks before a command in emphasis', '**a\n/review\n'],
])('the longest comment is read well within the time limit: %s', (_, part) => {
  const text = part.repeat(MAX_COMMENT_CHARACTERS / part.length);
  const started = performance.now();
  readComment(text);
  expect(performance.now() - started).toBeLessThan(2_500);
});
