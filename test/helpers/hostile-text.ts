/** Text as a stranger with bad intentions would write it. */
import fc from 'fast-check';

/** Pieces that GitHub, a Markdown parser, a browser or a terminal would act on. */
const HOSTILE_PIECES = [
  '@octocat',
  '@org/team',
  '&#64;octocat',
  '&#x40;octocat',
  '&commat;octocat',
  '\\@octocat',
  '#123',
  'GH-12',
  'octo/cat#7',
  'https://github.com/octo/cat/issues/7',
  'www.example.com',
  'mailto:a@example.com',
  'someone@example.com',
  '![x](https://tracker.example/p.png)',
  '[x](https://evil.example)',
  '[x][y]',
  '[y]: https://evil.example',
  '<https://evil.example>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</details>',
  '<!-- showwork:review t0ken -->',
  '<!-- showwork:re-review -->',
  '/review accept failures because x',
  '\n/review\n',
  '<!--',
  '-->',
  '`',
  '``',
  '`````',
  '```js\n',
  '~~~',
  '|',
  '\\|',
  '\\',
  '*',
  '**',
  '_',
  '~~',
  '\n',
  '\r\n',
  '\n\n',
  '    ',
  '\t',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '---',
  '===',
  '> ',
  '[^1]',
  '[ ] ',
  '$x$',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u001b[31m',
  '\u009b2J',
  '\u0000',
  '\ud800',
  '\u{e0041}',
  '"onmouseover="',
  "'",
  'plain words',
  'é漢字😀',
] as const;

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE_PIECES), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 12,
  })
  .map(pieces => pieces.join(''));

/** Controls and Bidi characters, which no surface may pass on. */
export const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What GitHub turns into a notification, a cross-reference or a link when it stands in text. */
export const ACTED_ON = /@\w|#\d|\bGH-\d|https?:\/\/|www\./i;
