import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../src/readme/read-outline.ts';
import { sketch } from './sketch.ts';

describe('what begins a section', () => {
  test('ATX and setext headings of any level', () => {
    const text = 'Beach guide\n===\n\nSand\nand sea\n---\n\n### Shells ###\n';
    expect(sketch(text)).toEqual(['1-2 # Beach guide', '4-6 ## Sand and sea', '8 ### Shells']);
  });

  test('HTML headings, centred or not, with markup and line breaks inside', () => {
    const text =
      '<h1 align="center">\n  <img src="logo.png" alt=""> Beach\n  <em>guide</em>\n</h1>\n<H2>Sand</H2>\n';
    expect(sketch(text)).toEqual(['2-3 # Beach guide', '5 ## Sand']);
  });

  test('a second HTML heading on the same line is text, because sections do not share lines', () => {
    expect(sketch('<h1>Beach</h1><h2>Where to swim</h2>\n')).toEqual([
      '1 # Beach',
      '1 paragraph Where to swim',
    ]);
  });

  test('a whole short paragraph in bold', () => {
    expect(sketch('**What broke**\n\nThe pier.\n')).toEqual([
      '1 ####### What broke',
      '3 paragraph The pier.',
    ]);
    expect(sketch('__What broke:__\n')).toEqual(['1 ####### What broke']);
    expect(sketch('<p><b>What broke</b></p>\n')).toEqual(['1 ####### What broke']);
  });

  test.each([
    ['a sentence', '**The pier broke in the storm of March.**'],
    ['a long statement', '**We measure how far the water comes in at each of nine beaches**'],
    ['partly bold', '**What** broke'],
    ['two lines', '**What**\n**broke**'],
    ['in a list', '- **What broke**'],
    ['in a quote', '> **What broke**'],
    ['in a cell', '<table><tr><td><b>What broke</b></td></tr></table>'],
  ])('but not bold text that is %s', (_case, text) => {
    expect(readOutline(text).sections).toHaveLength(1);
  });

  test('bold text that announces what follows may be a little longer', () => {
    const announcing = '**What we measure on each of the nine beaches every day:**';
    expect(sketch(announcing)).toEqual(['1 ####### What we measure on each of the nine beaches every day']);
  });

  test('the summary of a folded part', () => {
    const text = '<details>\n<summary>Dropped ideas</summary>\n\nA drone.\n\n</details>\n';
    expect(sketch(text)).toEqual(['2 ####### Dropped ideas', '4 paragraph A drone.']);
  });

  test('no heading in code, comments or front matter', () => {
    const text =
      '---\ntitle: Beach\n# note\n---\n```\n# code\n```\n\n<!--\n# comment\n-->\n\n    # indented\n';
    expect(readOutline(text).sections).toHaveLength(1);
  });
});

describe('titles as a reader sees them', () => {
  test.each([
    ['## 🚀 Getting started', 'Getting started'],
    ['## :wave: Welcome', 'Welcome'],
    ['## 1. Problem', 'Problem'],
    ['## 2) Problem', 'Problem'],
    ['## 3.1 Data', 'Data'],
    ['## 3.1. 🔧 Data', 'Data'],
    ['## 1️⃣ Data', 'Data'],
    ['## 04 - Data', 'Data'],
    ['## IV. Data', 'Data'],
    ['## b) Data', 'Data'],
    ['## **Data**', 'Data'],
    ['## Data:', 'Data'],
    ['## — Data —', 'Data'],
    ['## [Data](data.md)', 'Data'],
    ['## `load.py` and friends', 'load.py and friends'],
    ['## 𝗣𝗿𝗼𝗯𝗹𝗲𝗺 𝑠𝑡𝑎𝑡𝑒𝑚𝑒𝑛𝑡', 'Problem statement'],
    ['## Ｄａｔａ', 'Data'],
    ['## Q&amp;A', 'Q&A'],
    ['## 2024 results', '2024 results'],
    ['## 3D model', '3D model'],
    ['## Why X? ', 'Why X?'],
    ['## 🚀', ''],
    ['##', ''],
  ])('%s is "%s"', (source, title) => {
    expect(readOutline(source).sections[1]?.title).toBe(title);
  });
});

describe('the tree of sections', () => {
  const text = 'lead\n\n# Beach\n\n## Sand\n\n#### Grain\n\n**Colour**\n\n## Sea\n\n# Coast\n';
  const { sections, lineCount } = readOutline(text);

  test('each section knows its parent', () => {
    expect(sections.map(({ title, parent }) => [title, sections[parent]?.title])).toEqual([
      ['', undefined],
      ['Beach', ''],
      ['Sand', 'Beach'],
      ['Grain', 'Sand'],
      ['Colour', 'Grain'],
      ['Sea', 'Beach'],
      ['Coast', ''],
    ]);
  });

  test('ranges reach to the line before the next section, whatever its level', () => {
    expect(sections.map(({ range }) => [range.startLine, range.endLine])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
      [9, 10],
      [11, 12],
      [13, lineCount],
    ]);
  });

  test('the section before the first heading is empty where the file begins with one', () => {
    expect(readOutline('# Beach\n').sections[0]?.range).toEqual({ startLine: 1, endLine: 0 });
  });
});
