import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../src/readme/read-outline.ts';
import { sketch } from './sketch.ts';

describe('paragraphs', () => {
  test('read without markup, with links by their text and code in backticks', () => {
    const text = 'The *tide* is ~~not~~ **high**,\nsee [the table](tide.md "title") or `tide.csv`.[^1]\n';
    expect(sketch(text)).toEqual(['1-2 paragraph The tide is not high, see the table or `tide.csv`.']);
  });

  test('code and links over several lines keep the lines right', () => {
    expect(sketch('High `tide\nat nine`, [low\ntide](t.md\n"Tides") at three\nand **Again:** no.\n')).toEqual(
      ['1-5 paragraph High `tide at nine`, low tide at three and Again: no.'],
    );
    expect(sketch('Run `` a\nb ``\n')).toEqual(['1-2 paragraph Run `a b`']);
    expect(sketch('![low\ntide](a.png)\n**Tide:** low `at\nthree`\n')).toEqual([
      '1 caption low tide',
      '3-4 paragraph <Tide> Tide: low `at three`',
    ]);
  });

  test('footnotes are paragraphs without their marks', () => {
    expect(sketch('Tides[^a] turn.\n\n[^a]: Twice a day, mostly.\n')).toEqual([
      '1 paragraph Tides turn.',
      '3 paragraph Twice a day, mostly.',
    ]);
  });

  test('entities, escapes and styled letters are what they show', () => {
    expect(sketch('R&amp;D &lt;3 \\*not bold\\* 𝐛𝐨𝐥𝐝\n')).toEqual(['1 paragraph R&D <3 *not bold* bold']);
  });

  test('inline HTML leaves its text', () => {
    expect(sketch('High <b>tide</b><br>at <kbd>9</kbd> <!-- why --> o’clock\n')).toEqual([
      '1 paragraph High tide at 9 o’clock',
    ]);
  });

  test('a paragraph of nothing but marks is no block', () => {
    expect(sketch('&nbsp;\n\n---\n\n\\\n')).toEqual([]);
  });
});

describe('run-in labels', () => {
  test.each([
    ['**Problem:** the pier leaks', 'Problem'],
    ['**Problem**: the pier leaks', 'Problem'],
    ['**Problem** – the pier leaks', 'Problem'],
    ['**Problem.** The pier leaks', 'Problem'],
    ['**Why wood?** It floats', 'Why wood?'],
    ['🔹 **1. Problem:** the pier leaks', 'Problem'],
    ['**Problem**\nThe pier leaks', 'Problem'],
    ['<p><strong>Problem:</strong> the pier leaks</p>', 'Problem'],
    ['- **Problem:** the pier leaks', 'Problem'],
    ['**Showwork** reads a README', undefined],
    ['The **Problem:** is the pier', undefined],
    ['- **Problem**', undefined],
  ])('%j has the label %j', (source, label) => {
    expect(readOutline(source).blocks[0]?.label).toBe(label);
  });

  test('each begins a block, also inside a paragraph', () => {
    expect(sketch('**Problem:** leaks\nand rot\n**Idea:** oak  \n**Cost:** high\n')).toEqual([
      '1-2 paragraph <Problem> Problem: leaks and rot',
      '3 paragraph <Idea> Idea: oak',
      '4 paragraph <Cost> Cost: high',
    ]);
  });
});

describe('lists', () => {
  test('each item is a block with its own text only', () => {
    const text = '- sand\n  and gravel\n  1. fine\n     - very fine\n  2. coarse\n- sea\n';
    expect(sketch(text)).toEqual([
      '1-2 list-item sand and gravel',
      '3 list-item+1 fine',
      '4 list-item+2 very fine',
      '5 list-item+1 coarse',
      '6 list-item sea',
    ]);
  });

  test('what follows in an item is a paragraph at its depth', () => {
    expect(sketch('1. sand\n\n   It is warm.\n\n   ```sh\n   dig\n   ```\n2. sea\n')).toEqual([
      '1 list-item sand',
      '3 paragraph It is warm.',
      '5-7 code sh dig',
      '8 list-item sea',
    ]);
  });

  test('task lists keep their boxes', () => {
    expect(sketch('- [x] dig\n- [ ] build\n')).toEqual(['1 list-item [x] dig', '2 list-item [ ] build']);
  });

  test('lines that begin with a picture or bullet sign are items too', () => {
    expect(sketch('✅ warm\n✅ dry\nand bright\n• near\n')).toEqual([
      '1 list-item ✅ warm',
      '2-3 list-item ✅ dry and bright',
      '4 list-item • near',
    ]);
    expect(sketch('🌊 One wave\nis no list\n')).toEqual(['1-2 paragraph 🌊 One wave is no list']);
  });
});

describe('tables', () => {
  test('each row is a block, the head is marked', () => {
    const text = '| Beach | Depth |\n|:--|--:|\n| **North** | 3 m |\n| | |\n| [South](s.md) | `4` |\n';
    expect(sketch(text)).toEqual([
      '1 table-row header Beach | Depth',
      '3 table-row North | 3 m',
      '5 table-row South | `4`',
    ]);
  });

  test('HTML rows join their cells, over several lines and blank lines', () => {
    const text =
      '<table>\n<tr><th>Beach</th><th>Depth</th></tr>\n<tr>\n<td>North</td>\n<td>3 m</td>\n</tr>\n\n<tr><td>South</td><td>4 m</td></tr>\n</table>\n';
    expect(sketch(text)).toEqual([
      '2 table-row header Beach | Depth',
      '4-5 table-row North | 3 m',
      '8 table-row South | 4 m',
    ]);
  });
});

describe('quotes and alerts', () => {
  test('quotes know their depth, alerts lose their mark', () => {
    expect(sketch('> sand\n> > sea\n\n> [!WARNING]\n> deep water\n')).toEqual([
      '1 quote sand',
      '2 quote+1 sea',
      '5 quote deep water',
    ]);
  });
});

describe('code', () => {
  test('keeps its text raw and covers its fences', () => {
    expect(sketch('```python title="a"\nx = 1\n\n  y\n```\n\n    indented\n')).toEqual([
      '1-5 code python title="a" x = 1\n\n  y',
      '7 code indented',
    ]);
  });

  test('in <pre> too', () => {
    expect(sketch('<pre>\na  b\n  c &lt; d\n</pre>\n')).toEqual(['2-3 code a  b\n  c < d']);
  });

  test('a folder tree outside of a fence is code, not prose', () => {
    expect(sketch('shore\n├── north\n│   └── pier\n└── south\n')).toEqual([
      '1-4 code shore\n├── north\n│   └── pier\n└── south',
    ]);
  });

  test('an empty fence is no block', () => {
    expect(sketch('```\n\n```\n')).toEqual([]);
  });
});

describe('pictures', () => {
  test('alone give their alternative text as a caption', () => {
    expect(sketch('![Depth by hour](depth.png)\n*Source: gauge*\n')).toEqual([
      '1 caption Depth by hour',
      '2 paragraph Source: gauge',
    ]);
    expect(sketch('<p align="center">\n  <img src="a.png" alt="Depth by hour">\n</p>\n')).toEqual([
      '2 caption Depth by hour',
    ]);
  });

  test('within text are read as part of it', () => {
    expect(sketch('See ![the gauge](gauge.png) on the pier.\n')).toEqual([
      '1 paragraph See the gauge on the pier.',
    ]);
  });

  test.each([
    'https://img.shields.io/badge/tide-high-blue',
    'https://github.com/a/b/actions/workflows/ci.yml/badge.svg',
    'https://colab.research.google.com/assets/colab-badge.svg',
    'https://codecov.io/gh/a/b/graph.svg',
  ])('badge %s is listed, and no prose', url => {
    const outline = readOutline(`[![status](${url})](https://ci.example)\n`);
    expect(outline.blocks).toEqual([]);
    expect(outline.images).toEqual([
      { url, alt: 'status', range: { startLine: 1, endLine: 1 }, badge: true },
    ]);
  });
});

describe('front matter', () => {
  test('is no prose, and keeps its lines', () => {
    expect(sketch('---\ntitle: Beach\ntags:\n  - sand\n---\n# Beach\n')).toEqual(['6 # Beach']);
    expect(sketch('+++\ntitle = "Beach"\n+++\nSand.\n')).toEqual(['4 paragraph Sand.']);
  });

  test('is not what stands between two rules', () => {
    expect(sketch('---\nSand and sea.\n\n---\n')[0]).toBe('2 paragraph Sand and sea.');
  });

  test('without an end is none', () => {
    expect(sketch('---\ntitle: Beach\n')).toEqual(['2 paragraph title: Beach']);
  });
});
