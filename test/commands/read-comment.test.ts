import { describe, expect, test } from '@jest/globals';
import { readComment } from '../../src/commands/read-comment.ts';

const REVIEW = { kind: 'review' };

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
    ['after a quote', '> /review\n\n/review', 3],
    ['after an HTML comment', '<!-- /review -->\n\n/review', 3],
    ['after a sentence that ends like a mail header', 'On this I wrote before.\n/review', 2],
  ])('%s', (_, text, line) => {
    expect(readComment(text)).toEqual({ command: REVIEW, line, others: 0 });
  });
});

describe('a command is not read', () => {
  test.each([
    ['in the middle of a line', 'you can say /review'],
    ['as part of a word', '/reviews'],
    ['as part of a word with an accent', '/reviewé'],
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
    ['in an HTML comment inside a sentence', 'a <!--\n/review\n-->'],
    ['escaped', '\\/review'],
    ['in emphasis', '**/review**'],
    ['in an empty comment', ''],
  ])('%s', (_, text) => {
    expect(readComment(text)).toBeNull();
  });
});

describe('what an e-mail answers is not read', () => {
  test.each([
    ['in English', 'Thanks!\n\nOn Mon, 2 Mar 2026 at 10:00, Ada <ada@example.org> wrote:\n\n/review'],
    ['without a blank line', 'Thanks!\nOn Mon, 2 Mar 2026, Ada wrote:\n/review'],
    [
      'with a header broken in two',
      'Thanks!\n\nOn Mon, 2 Mar 2026, Ada <\nada@example.org> wrote:\n\n/review',
    ],
    ['in German', 'Am 2. März 2026 schrieb Ada <ada@example.org>:\n/review'],
    ['in French', 'Le lun. 2 mars 2026, Ada a écrit :\n/review'],
    ['in Spanish', 'El lun, 2 mar 2026, Ada escribió:\n/review'],
    ['in Portuguese', 'Em seg., 2 de mar. de 2026, Ada escreveu:\n/review'],
    ['below a separator', '-----Original Message-----\nFrom: Ada\n\n/review'],
    ['with marks before each line', 'On Mon, Ada wrote:\n> /review\n> /review help'],
  ])('%s', (_, text) => {
    expect(readComment(text)).toBeNull();
    expect(readComment(`/review help\n\n${text}`)).toEqual({
      command: { kind: 'help' },
      line: 1,
      others: 0,
    });
  });

  test('and ends a reason', () => {
    const text = '/review accept failures because it is young\nOn Mon, Ada wrote:\n/review';
    expect(readComment(text)).toEqual({
      command: { kind: 'accept', criterion: 'failures', reason: 'it is young' },
      line: 1,
      others: 0,
    });
  });

  test('a header in a code block ends nothing', () => {
    expect(readComment('```\nOn Mon, Ada wrote:\n```\n/review')).toMatchObject({ line: 4 });
  });
});

describe('of several commands the first wins', () => {
  test.each([
    ['another one', '/review help\n/review', 1],
    ['the same again', '/review help\n\n/review help\n\n/review help', 2],
    ['one in another paragraph', '/review help\n\nand\n/review explain failures', 1],
    ['one that is only quoted', '/review help\n\n> /review', 0],
    ['one behind the marker of a list', '/review help\n\n- /review', 0],
  ])('%s', (_, text, others) => {
    expect(readComment(text)).toEqual({ command: { kind: 'help' }, line: 1, others });
  });

  test('and the second is no part of its reason', () => {
    const text = 'Hello\n/review accept outcome because it runs\nsince May\n/review withdraw outcome';
    expect(readComment(text)).toEqual({
      command: { kind: 'accept', criterion: 'outcome', reason: 'it runs since May' },
      line: 2,
      others: 1,
    });
  });
});

describe('Markdown in what follows a command is read as a reader sees it', () => {
  test.each([
    ['code', '/review explain `failures`'],
    ['emphasis', '/review **explain** _failures_'],
    ['a link', '/review explain [failures](https://example.com)'],
    ['smart quotes', '/review explain “failures”'],
    ['the brackets of the usage', '/review explain <failures>'],
    ['an HTML comment', '/review explain failures <!-- /review help -->'],
    ['an escape', '/review explain failures\\!'],
    ['a space that does not break', '/review\u00a0explain\u00a0failures'],
  ])('%s', (_, text) => {
    expect(readComment(text)?.command).toEqual({ kind: 'explain', criterion: 'failures' });
  });
});
