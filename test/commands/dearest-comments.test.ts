import { expect, test } from '@jest/globals';
import { readComment } from '../../src/commands/read-comment.ts';
import { MAX_COMMENT_CHARACTERS } from '../../src/jobs.ts';

test.each([
  ['commands', '/review\n'],
  ['commands in paragraphs of their own', '/review\n\n'],
  ['commands in marked list items', '- /review\n'],
  ['a command with one long word', '/review ', 'x'],
  ['a command with blanks', '/review accept', ' '],
  ['a command with marks', '/review accept ', '.x'],
  ['a command with ever more reasons', '/review accept failures ', 'because '],
  ['a criterion on many lines', '/review accept ', 'x\n'],
  ['mail headers that do not end', 'On Monday wrote\n'],
  ['one mail header that does not end', 'On ', ' wrote '],
  ['separators that do not end', '--Original Message-'],
  ['blanks before slashes', '   /'],
  ['a long table', '|a|b\n|-|-\n'],
  ['quotes in each other', `${'> '.repeat(19)}a\n`],
  ['emphasis that never ends', '*_'],
  ['links', '[a](b)'],
  ['brackets that never close', '['],
  ['HTML comments that never close', '/review <!--'],
  ['breaks before a command in emphasis', '**a\n/review\n'],
])('the longest comment is read well within the time limit: %s', (_, beginning, part = beginning) => {
  const room = MAX_COMMENT_CHARACTERS - beginning.length;
  const text = beginning + part.repeat(Math.floor(room / part.length));
  const started = performance.now();
  readComment(text);
  expect(performance.now() - started).toBeLessThan(2_500);
});
