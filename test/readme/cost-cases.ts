/**
 * Texts that parsers find dear, each as a size → a text of about that many characters. `accepted` is the largest size
 * in characters, to two digits, at which a README of nothing else is read whole (1,000,000 where it always is);
 * `readOutline` took the milliseconds beside it (best of three, 2 cores under load, Node 24.21, November 2026).
 */
export interface CostCase {
  readonly name: string;
  readonly build: (size: number) => string;
  readonly accepted: number;
  /** Milliseconds, a record: no test is timed. */
  readonly took: number;
}

/** The unit again and again. */
export function repeat(unit: string): CostCase['build'] {
  return size => unit.repeat(Math.floor(size / unit.length));
}

function tableOf(columns: number): CostCase['build'] {
  const row = (cell: string) => `${`|${cell}`.repeat(columns)}|\n`;
  const head = row(' a ') + row('---');
  return size => head + row(' cell ').repeat(Math.floor((size - head.length) / row(' cell ').length));
}

const nested = (open: string, close: string) => (size: number) => {
  const depth = Math.floor(size / (open.length + close.length));
  return open.repeat(depth) + close.repeat(depth);
};

export const COST_CASES: readonly CostCase[] = [
  {
    name: 'prose in paragraphs',
    build: repeat('The tide comes in twice a day.\nIt goes, too.\n\n'),
    accepted: 620_000,
    took: 175,
  },
  {
    name: 'prose in one paragraph',
    build: repeat('The tide comes in twice a day. '),
    accepted: 1_000_000,
    took: 32,
  },
  { name: 'table of ten columns', build: tableOf(10), accepted: 450_000, took: 710 },
  {
    name: 'table with one very wide row',
    build: size => tableOf(Math.floor(size / 13))(size),
    accepted: 590_000,
    took: 295,
  },
  { name: 'tables of one row', build: repeat('|a|b|\n|-|-|\n\n'), accepted: 100_000, took: 139 },
  {
    name: 'table whose rows have no cells',
    build: size => `|a|b|\n|-|-|\n${'a\n'.repeat((size - 12) / 2)}`,
    accepted: 65_000,
    took: 310,
  },
  { name: 'list', build: repeat('- a\n'), accepted: 85_000, took: 130 },
  { name: 'lists of changing marks', build: repeat('- a\n* a\n'), accepted: 81_000, took: 148 },
  { name: 'list nested on one line', build: repeat('* '), accepted: 360_000, took: 5 },
  { name: 'lists nested on each line', build: repeat('- - - a\n'), accepted: 100_000, took: 137 },
  { name: 'quote nested on one line', build: repeat('> '), accepted: 1_000_000, took: 5 },
  {
    name: 'lines that continue a deep quote',
    build: size => `${'> '.repeat(99)}a\n${'b\n'.repeat((size - 200) / 2)}`,
    accepted: 19_000,
    took: 40,
  },
  {
    name: 'lines that continue a deep list',
    build: size => `${'- '.repeat(99)}a\n${'b\n'.repeat((size - 200) / 2)}`,
    accepted: 19_000,
    took: 0,
  },
  { name: 'one short line after the other', build: repeat('a\n'), accepted: 65_000, took: 80 },
  { name: 'headings', build: repeat('# a\n'), accepted: 120_000, took: 142 },
  {
    name: 'setext heading without end',
    build: size => `${'a\n'.repeat((size - 3) / 2)}===`,
    accepted: 65_000,
    took: 50,
  },
  { name: 'bold paragraphs', build: repeat('**a b**\n\n'), accepted: 160_000, took: 209 },
  { name: 'delimiters that never match', build: repeat('*_'), accepted: 190_000, took: 160 },
  { name: 'delimiters in words', build: repeat('a**b'), accepted: 360_000, took: 246 },
  { name: 'struck delimiters', build: repeat('~~a~'), accepted: 240_000, took: 128 },
  { name: 'emphasis nested', build: nested('*a ', ' b*'), accepted: 520_000, took: 305 },
  { name: 'brackets nested', build: nested('[', ']'), accepted: 78_000, took: 43 },
  { name: 'brackets never closed', build: repeat('['), accepted: 43_000, took: 41 },
  { name: 'brackets on each line', build: repeat('[a\n'), accepted: 56_000, took: 85 },
  { name: 'image brackets never closed', build: repeat('!['), accepted: 46_000, took: 74 },
  { name: 'links never closed', build: repeat('[a]('), accepted: 150_000, took: 38 },
  { name: 'links with angle brackets never closed', build: repeat('[a](<'), accepted: 150_000, took: 23 },
  { name: 'links nested', build: nested('[a', '](b)'), accepted: 220_000, took: 80 },
  { name: 'links', build: repeat('[a](b) '), accepted: 260_000, took: 277 },
  { name: 'images', build: repeat('![a](b) '), accepted: 170_000, took: 127 },
  {
    name: 'references',
    build: size => `[a]: b\n\n${'[a] '.repeat((size - 8) / 4)}`,
    accepted: 150_000,
    took: 181,
  },
  { name: 'footnote marks', build: repeat('[^1][^1]'), accepted: 150_000, took: 28 },
  {
    name: 'code of every length',
    build: size => Array.from({ length: Math.sqrt(2 * size) - 2 }, (_, i) => `${'`'.repeat(i)}a`).join(''),
    accepted: 190_000,
    took: 2,
  },
  { name: 'code never closed', build: repeat('`a``'), accepted: 240_000, took: 48 },
  { name: 'addresses', build: repeat('http://a.b '), accepted: 540_000, took: 392 },
  { name: 'addresses glued together', build: repeat('http://'), accepted: 360_000, took: 189 },
  { name: 'entities', build: repeat('&amp;'), accepted: 1_000_000, took: 179 },
  { name: 'comments never closed', build: repeat('<!-- '), accepted: 190_000, took: 4 },
  { name: 'comments never closed in text', build: repeat('a <!-- '), accepted: 260_000, took: 30 },
  {
    name: 'instructions never closed in text',
    build: size => `a ${'<?'.repeat((size - 2) / 2)}`,
    accepted: 360_000,
    took: 43,
  },
  { name: 'tags in text', build: repeat('x <b>'), accepted: 79_000, took: 40 },
  { name: 'elements never closed', build: repeat('<div>'), accepted: 79_000, took: 29 },
  { name: 'elements never closed, a line each', build: repeat('<div>\n'), accepted: 71_000, took: 27 },
  { name: 'elements closed by another name', build: repeat('<div></x>'), accepted: 91_000, took: 121 },
  { name: 'lists nested in HTML', build: nested('<ul><li>', '</li></ul>'), accepted: 91_000, took: 29 },
  { name: 'tables nested in HTML', build: repeat('<table><tr><td>a'), accepted: 84_000, took: 45 },
  { name: 'paragraphs in HTML', build: repeat('<p>a'), accepted: 63_000, took: 42 },
];
