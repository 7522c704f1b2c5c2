import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../src/readme/read-outline.ts';
import { sketch } from './sketch.ts';

describe('HTML blocks', () => {
  test('give each element its own block on its own lines', () => {
    const text = `<div align="center">
  <p>
    Tides for
    <b>nine</b> beaches
  </p>
  <ul>
    <li>North
      <ol><li>pier</li></ol>
    </li>
    <li>South</li>
  </ul>
  <blockquote>Deep.</blockquote>
  Open all year.
</div>
`;
    expect(sketch(text)).toEqual([
      '3-4 paragraph Tides for nine beaches',
      '7 list-item North',
      '8 list-item+1 pier',
      '10 list-item South',
      '12 quote Deep.',
      '13 paragraph Open all year.',
    ]);
  });

  test('with Markdown between them are read together', () => {
    const text =
      '<details>\n<summary>More</summary>\n\n- **North:** sand\n\n</details>\n\n<center>End.</center>\n';
    expect(sketch(text)).toEqual(['2 ####### More', '4 list-item <North> North: sand', '8 paragraph End.']);
  });

  test('that are never closed, or closed too often, end with the block', () => {
    expect(sketch('<div><p>North\n\nSouth\n\n</div></div></p>West\n')).toEqual([
      '1 paragraph North',
      '3 paragraph South',
      '5 paragraph West',
    ]);
  });

  test('in lists and quotes are at their depth', () => {
    expect(sketch('- a\n  - <p>deep</p>\n')).toEqual(['1 list-item a', '2 paragraph+1 deep']);
  });

  test('of script, style and drawing say nothing', () => {
    expect(
      sketch(
        '<style>p { color: red }</style>\n\n<svg>\n<text>sea</text>\n</svg>\n\n<script>tide()</script>\n',
      ),
    ).toEqual([]);
  });

  test('a figure’s caption is a caption', () => {
    expect(sketch('<figure><img src="a.png"><figcaption>Depth by hour</figcaption></figure>\n')).toEqual([
      '1 caption Depth by hour',
    ]);
  });
});

describe('links, images and comments', () => {
  const text = `See [the
table][t], <https://auto.example> and https://bare.example/x. ![gauge
picture](g.png)

<p><a href="https://html.example">the
  site</a> <img
  src="pier.png" alt="The pier"></p>

<!-- showwork: accept
because -->
Words <!-- inline --> [![build](https://img.shields.io/b)](https://ci.example)

[t]: tables/tide.md "Tides"
`;
  const outline = readOutline(text);

  test('links have their text and lines, from Markdown and HTML', () => {
    expect(outline.links).toEqual([
      { url: 'tables/tide.md', text: 'the table', range: { startLine: 1, endLine: 2 } },
      { url: 'https://auto.example', text: 'https://auto.example', range: { startLine: 2, endLine: 2 } },
      { url: 'https://bare.example/x', text: 'https://bare.example/x', range: { startLine: 2, endLine: 2 } },
      { url: 'https://html.example', text: 'the site', range: { startLine: 5, endLine: 6 } },
      { url: 'https://ci.example', text: '', range: { startLine: 11, endLine: 11 } },
    ]);
  });

  test('images have their alternative text and the line they begin on', () => {
    expect(outline.images).toEqual([
      { url: 'g.png', alt: 'gauge picture', range: { startLine: 2, endLine: 2 } },
      { url: 'pier.png', alt: 'The pier', range: { startLine: 6, endLine: 6 } },
      { url: 'https://img.shields.io/b', alt: 'build', range: { startLine: 11, endLine: 11 }, badge: true },
    ]);
  });

  test('comments are collected without their delimiters and are no prose', () => {
    expect(outline.comments).toEqual([
      { text: 'showwork: accept\nbecause', range: { startLine: 9, endLine: 10 } },
      { text: 'inline', range: { startLine: 11, endLine: 11 } },
    ]);
    expect(outline.blocks.some(block => /showwork|inline/.test(block.text))).toBe(false);
  });

  test('a comment that never ends hides the rest', () => {
    const open = readOutline('Sand.\n\n<!-- sea\n\n# Not a heading\n');
    expect(open.sections).toHaveLength(1);
    expect(open.comments).toEqual([{ text: 'sea\n\n# Not a heading', range: { startLine: 3, endLine: 5 } }]);
  });

  test('comments inside HTML blocks count too', () => {
    expect(readOutline('<div>\n<!-- a -->\nsand\n</div>\n').comments).toEqual([
      { text: 'a', range: { startLine: 2, endLine: 2 } },
    ]);
  });
});
