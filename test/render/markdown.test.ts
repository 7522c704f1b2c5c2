import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Markdown } from '../../src/render/markdown.ts';
import { codeSpan, link, md, prose, tableRow } from '../../src/render/markdown.ts';
import { ACTED_ON } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';
import { nodesOf, parseMarkdown, textOf, typesOf } from '../helpers/parse-markdown.ts';

const PLAIN = new Set(['root', 'paragraph', 'text', 'inlineCode']);

function expectHarmless({ source }: Markdown): void {
  const unexpected = [...typesOf(source)].filter(type => !PLAIN.has(type));
  expect({ source, unexpected }).toEqual({ source, unexpected: [] });
  expect(textOf(source)).not.toMatch(ACTED_ON);
}

describe('text in a template', () => {
  test('hostile text stays text, at the start of a line and inside one', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expectHarmless(md`${text}`);
        expectHarmless(md`Said: ${text}, and on.`);
        expectHarmless(prose(text));
      }),
      { numRuns: 150 },
    );
  });

  test('plain words come through unchanged', () => {
    expect(md`Version ${'1.0.0'} of ${'what did not work'}`.source).toBe(
      'Version 1.0.0 of what did not work',
    );
  });

  test('a reader sees the characters that were written', () => {
    const written = 'a*b_c[d]<e>`f`|g\\h~i$j&amp;';
    const shown = nodesOf(parseMarkdown(md`${written}`.source)).flatMap(node =>
      node.type === 'text' ? node.value : [],
    );
    expect(shown.join('').replaceAll('\u200b', '')).toBe(written);
  });

  test.each([
    ['- item', '\\- item'],
    ['# heading', '\\# heading'],
    ['12. item', '12\\. item'],
    ['=====', '\\====='],
    ['/review', '\\/review'],
  ])('%s begins neither a block nor a command', (text, source) => {
    expect(md`${text}`.source).toBe(source);
  });
});

describe('code spans', () => {
  test('hostile text is one code node with every visible character', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const span = codeSpan(text);
        expectHarmless(span);
        expectHarmless(md`Said: ${span}, and on.`);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['a `quoted` word', '``a `quoted` word``'],
    ['`', '`` ` ``'],
    ['``` fence', '```` ``` fence ````'],
    ['', '(empty)'],
  ])('%j becomes %j', (text, source) => {
    expect(codeSpan(text).source).toBe(source);
  });

  test('backticks in a sentence mark code', () => {
    expect(prose('Why `chroma_db` and *not* `a`?').source).toBe('Why `chroma_db` and \\*not\\* `a`?');
  });
});

describe('tables', () => {
  test('hostile cells neither add nor remove a cell', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const row = tableRow([md`${a}`, codeSpan(b), prose(a), md`end`]);
        const [table] = parseMarkdown(`| a | b | c | d |\n|---|---|---|---|\n${row}`).children;
        const rows = table?.type === 'table' ? table.children.map(each => each.children.length) : [];
        expect({ row, rows }).toEqual({ row, rows: [4, 4] });
      }),
      { numRuns: 150 },
    );
  });
});

test('a link keeps its target in one piece', () => {
  const { source } = link(codeSpan('a]b'), 'https://github.example/o/n/blob/x/a (b).md?plain=1#L3');
  const links = nodesOf(parseMarkdown(source)).flatMap(node => (node.type === 'link' ? node.url : []));
  expect(links).toEqual(['https://github.example/o/n/blob/x/a%20%28b%29.md?plain=1#L3']);
});
