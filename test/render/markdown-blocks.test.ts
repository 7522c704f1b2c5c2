import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { md } from '../../src/render/markdown.ts';
import { codeBlock, listed, quoteBlock } from '../../src/render/markdown-blocks.ts';
import { hostileText } from '../helpers/hostile-text.ts';
import { parseMarkdown } from '../helpers/parse-markdown.ts';

describe('a code block', () => {
  test('keeps lines and indentation as they are copied', () => {
    expect(codeBlock('accept:\n  failures: "none yet"\n', 'yaml')).toBe(
      '```yaml\naccept:\n  failures: "none yet"\n```',
    );
  });

  test('is one block, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const { children } = parseMarkdown(`${codeBlock(text, 'html')}\n\nend`);
        expect(children.map(({ type }) => type)).toEqual(['code', 'paragraph']);
      }),
    );
  });

  test('gives no command to who copies it', () => {
    expect(codeBlock('a\n  /review', 'html')).toBe('```html\na\n\u200b  /review\n```');
  });
});

describe('a quote', () => {
  test('keeps its line breaks, and no empty lines', () => {
    expect(quoteBlock('one `a_b`\r\n\n   - two')).toBe('> one `a_b`\\\n> \\- two');
  });

  test('is one quote, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const { children } = parseMarkdown(`${quoteBlock(text)}\n\nend`);
        expect(children.map(({ type }) => type)).toEqual(['blockquote', 'paragraph']);
      }),
    );
  });
});

test.each([
  [20, 'x'.repeat(20)],
  [21, `${'x'.repeat(20)}… and 1 more`],
])('of %i entries at most twenty are listed', (count, shown) => {
  expect(
    listed(
      Array.from({ length: count }, () => md`x`),
      '',
    ).source,
  ).toBe(shown);
});
