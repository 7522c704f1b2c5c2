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
    accepted: 460_000,
    took: 136,
  },
  {
    name: 'prose in one paragraph',
    build: repeat('The tide comes in twice a day. '),
    accepted: 1_000_000,
    took: 21,
  },
  { name: 'table of ten columns', build: tableOf(10), accepted: 340_000, took: 205 },
  {
    name: 'table with one very wide row',
    build: size => tableOf(Math.floor(size / 13))(size),
    accepted: 440_000,
    took: 115,
  },
  { name: 'tables of one row', build: repeat('|a|b|\n|-|-|\n\n'), accepted: 77_000, took: 76 },
  {
    name: 'table whose rows have no cells',
    build: size => `|a|b|\n|-|-|\n${'a\n'.repeat((size - 12) / 2)}`,
    accepted: 37_000,
    took: 230,
  },
  {
    name: 'rows that a wide table fills up',
    build: size =>
      `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n${'|b\n'.repeat(Math.max(1, (size - 802) / 3))}`,
    accepted: 1_800,
    took: 217,
  },
  { name: 'list', build: repeat('- a\n'), accepted: 64_000, took: 108 },
  { name: 'lists of changing marks', build: repeat('- a\n* a\n'), accepted: 60_000, took: 110 },
  { name: 'list nested on one line', build: repeat('* '), accepted: 270_000, took: 3 },
  { name: 'lists nested on each line', build: repeat('- - - a\n'), accepted: 75_000, took: 99 },
  { name: 'quote nested on one line', build: repeat('> '), accepted: 1_000_000, took: 5 },
  {
    name: 'lines that continue a deep quote',
    build: size => `${'> '.repeat(99)}a\n${'b\n'.repeat((size - 200) / 2)}`,
    accepted: 14_000,
    took: 29,
  },
  {
    name: 'lines that continue a deep list',
    build: size => `${'- '.repeat(99)}a\n${'b\n'.repeat((size - 200) / 2)}`,
    accepted: 14_000,
    took: 0,
  },
  { name: 'one short line after the other', build: repeat('a\n'), accepted: 49_000, took: 53 },
  { name: 'headings', build: repeat('# a\n'), accepted: 96_000, took: 116 },
  {
    name: 'setext heading without end',
    build: size => `${'a\n'.repeat((size - 3) / 2)}===`,
    accepted: 49_000,
    took: 34,
  },
  { name: 'bold paragraphs', build: repeat('**a b**\n\n'), accepted: 120_000, took: 146 },
  { name: 'delimiters that never match', build: repeat('*_'), accepted: 140_000, took: 117 },
  { name: 'delimiters in words', build: repeat('a**b'), accepted: 270_000, took: 170 },
  { name: 'struck delimiters', build: repeat('~~a~'), accepted: 180_000, took: 83 },
  { name: 'emphasis nested', build: nested('*a ', ' b*'), accepted: 390_000, took: 221 },
  { name: 'brackets nested', build: nested('[', ']'), accepted: 58_000, took: 46 },
  { name: 'brackets never closed', build: repeat('['), accepted: 32_000, took: 32 },
  { name: 'brackets on each line', build: repeat('[a\n'), accepted: 42_000, took: 66 },
  { name: 'image brackets never closed', build: repeat('!['), accepted: 34_000, took: 65 },
  { name: 'links never closed', build: repeat('[a]('), accepted: 110_000, took: 24 },
  { name: 'links with angle brackets never closed', build: repeat('[a](<'), accepted: 110_000, took: 18 },
  { name: 'links nested', build: nested('[a', '](b)'), accepted: 160_000, took: 83 },
  { name: 'links', build: repeat('[a](b) '), accepted: 190_000, took: 220 },
  { name: 'images', build: repeat('![a](b) '), accepted: 120_000, took: 98 },
  {
    name: 'references',
    build: size => `[a]: b\n\n${'[a] '.repeat((size - 8) / 4)}`,
    accepted: 110_000,
    took: 198,
  },
  { name: 'footnote marks', build: repeat('[^1][^1]'), accepted: 110_000, took: 24 },
  {
    name: 'code of every length',
    build: size => Array.from({ length: Math.sqrt(2 * size) - 2 }, (_, i) => `${'`'.repeat(i)}a`).join(''),
    accepted: 140_000,
    took: 1,
  },
  { name: 'code never closed', build: repeat('`a``'), accepted: 180_000, took: 50 },
  { name: 'addresses', build: repeat('http://a.b '), accepted: 400_000, took: 309 },
  { name: 'addresses glued together', build: repeat('http://'), accepted: 270_000, took: 151 },
  { name: 'entities', build: repeat('&amp;'), accepted: 990_000, took: 223 },
  { name: 'comments never closed', build: repeat('<!-- '), accepted: 140_000, took: 2 },
  { name: 'comments never closed in text', build: repeat('a <!-- '), accepted: 190_000, took: 33 },
  {
    name: 'instructions never closed in text',
    build: size => `a ${'<?'.repeat((size - 2) / 2)}`,
    accepted: 270_000,
    took: 42,
  },
  { name: 'tags in text', build: repeat('x <b>'), accepted: 66_000, took: 57 },
  { name: 'elements never closed', build: repeat('<div>'), accepted: 66_000, took: 35 },
  { name: 'elements never closed, a line each', build: repeat('<div>\n'), accepted: 57_000, took: 24 },
  { name: 'elements closed by another name', build: repeat('<div></x>'), accepted: 75_000, took: 77 },
  { name: 'lists nested in HTML', build: nested('<ul><li>', '</li></ul>'), accepted: 75_000, took: 25 },
  { name: 'tables nested in HTML', build: repeat('<table><tr><td>a'), accepted: 70_000, took: 58 },
  { name: 'paragraphs in HTML', build: repeat('<p>a'), accepted: 52_000, took: 52 },
];
