/**
 * Pathological Markdown by name, each as a size → a text of about that many characters: what parsers find dear
 * (`test/readme/cost-cases.ts`), and what the judgement behind them could find dear.
 */
import { COST_CASES, repeat } from '../readme/cost-cases.ts';

export interface Shape {
  readonly name: string;
  readonly build: (size: number) => string;
}

/** A README's beginning, then the unit again and again. */
const after =
  (head: string, unit: string): Shape['build'] =>
  size =>
    head + unit.repeat(Math.max(1, Math.floor((size - head.length) / unit.length)));

/** `each` tells the unit of a position, so that no two are the same. */
const counted =
  (each: (index: number) => string, head = ''): Shape['build'] =>
  size => {
    const parts = [head];
    for (let length = head.length, index = 0; length < size; index += 1) {
      const part = each(index);
      parts.push(part);
      length += part.length;
    }
    return parts.join('');
  };

/** Half of the text is `first`, the other half `second`. */
const halves =
  (first: string, second: string, between = '\n\n'): Shape['build'] =>
  size =>
    first.repeat(size / 2 / first.length) + between + second.repeat(size / 2 / second.length);

const TOLD =
  'We tried an LSTM first and dropped it because three winters were too little data, so the error fell by 12 %. ';

/** What decides, cites and asks: whole sections of prose that look like what is searched for. */
const JUDGED: readonly Shape[] = [
  { name: 'telling sentences in one paragraph', build: repeat(TOLD) },
  { name: 'a telling paragraph of emoji', build: after(`# Tides\n\n## What did not work\n\n${TOLD}`, '🌊') },
  { name: 'telling paragraphs', build: repeat(`${TOLD}\n\n`) },
  { name: 'telling paragraphs in one section', build: after('# Tides\n\n## Decisions\n\n', `${TOLD}\n\n`) },
  { name: 'telling list items', build: after('# Tides\n\n## What did not work\n\n', `- ${TOLD}\n`) },
  {
    name: 'short telling list items',
    build: after('# Tides\n\n## Decisions\n\nWe chose:\n\n', '- SQL: fast 1 %\n'),
  },
  { name: 'telling quotes', build: repeat(`> ${TOLD}\n\n`) },
  { name: 'telling table rows', build: after('|a|b|\n|-|-|\n', `| ${TOLD}| 3 % |\n`) },
  { name: 'headings that name criteria', build: repeat('## Decisions\n\nWe chose SQL because it fits.\n\n') },
  { name: 'run-in labels', build: repeat('**Problem:** callers wait\n') },
  { name: 'plain labels', build: repeat('Problem: callers wait\n\n') },
  { name: 'lines that lead to lists', build: repeat('What did not work:\n\n- the net\n\n') },
  { name: 'names in a row', build: repeat('RAG, Docker, Kafka, ') },
  { name: 'bare items', build: after('# Tides\n\n## Decisions\n\n', '- SQL\n') },
  { name: 'tools again and again', build: repeat('Kafka with Redis on Postgres. ') },
  { name: 'metrics without a value', build: repeat('We measure F1 and RMSE.\n\n') },
  { name: 'figures', build: repeat('12.5 % of 1,000 ms in 3 hours, ') },
  { name: 'figures that never end', build: repeat('1.') },
  { name: 'digits without end', build: repeat('1') },
  { name: 'digits in groups', build: repeat('1,234,') },
  { name: 'shares told in words', build: repeat('de 1 a') },
  { name: 'questions', build: repeat('Why does it fail? ') },
  { name: 'comparisons', build: repeat('Instead of bm25 we chose dense vectors rather than keywords, ') },
  { name: 'plans', build: after('# Tides\n\n## Next steps\n\n', '- better recall\n') },
  { name: 'copied text', build: repeat('Callers wait while a volunteer searches. ') },
  {
    name: 'an index of projects',
    build: counted(index => `- [Tides ${index}](projects/${index}/)\n`, '# My portfolio\n\n'),
  },
  {
    name: 'an index of projects on one line of HTML',
    build: counted(index => `<p><a href=p${index}>Tides ${index}</a>`, '# My portfolio\n\n<div>'),
  },
  { name: 'acceptances', build: repeat('<!-- showwork: accept failures because it was given -->\n') },
  { name: 'one acceptance without end', build: after('<!-- showwork: accept ', 'x because ') },
  {
    name: 'acceptances of unknown criteria',
    build: counted(index => `<!-- showwork: accept c${index} because x -->\n`),
  },
];

/** What the reader gathers: words, titles, cells, links, lines. */
const GATHERED: readonly Shape[] = [
  { name: 'one long word', build: repeat('a') },
  { name: 'words that are all different', build: counted(index => `w${index.toString(36)} `) },
  { name: 'one word a line, all different', build: counted(index => `w${index.toString(36)}\n`) },
  { name: 'letters with many marks', build: repeat('e\u0301\u0302\u0303') },
  { name: 'marks without letters', build: repeat('\u0301') },
  { name: 'styled letters', build: repeat('𝐭𝐢𝐝𝐞 ') },
  { name: 'ligatures that unfold', build: repeat('\ufdfa') },
  { name: 'a title of ligatures that unfold', build: after('# ', '\ufdfa') },
  { name: 'emoji joined to each other', build: repeat('👩\u200d') },
  { name: 'half characters', build: repeat('\ud83d') },
  { name: 'Chinese without stops', build: repeat('我们选择因为') },
  { name: 'Chinese sentences', build: repeat('我们选择它，因为很快。') },
  { name: 'German sentences', build: repeat('Wir haben es gewählt, weil es schneller ist als das alte. ') },
  { name: 'Bidi marks', build: repeat('\u202ea\u2066b') },
  { name: 'NULs', build: repeat('\0') },
  { name: 'blanks', build: repeat(' ') },
  { name: 'blanks in text', build: size => `a${' '.repeat(size - 2)}b` },
  { name: 'tabs', build: repeat('\t') },
  { name: 'blank lines', build: repeat('\n') },
  { name: 'lines of blanks', build: repeat(' \n') },
  { name: 'line ends of every kind', build: repeat('a\r\nb\rc\n') },
  { name: 'line separators', build: repeat('a\u2028') },
  { name: 'a word, then blanks again and again', build: repeat('tide         ') },
  { name: 'hard line breaks', build: repeat('a  \n') },
  { name: 'stops', build: repeat('.') },
  { name: 'stops and quotes', build: repeat('."') },
  { name: 'stops and blanks', build: repeat('. ') },
  { name: 'a stop, quotes without end', build: after('a.', '"') },
  { name: 'ellipses', build: repeat('…') },
  { name: 'abbreviations', build: repeat('e.g. ') },
  { name: 'backticks around words', build: repeat('`a` ') },
  { name: 'one heading without end', build: after('# ', 'tide ') },
  { name: 'one heading of emoji', build: after('# ', ':tide: ') },
  { name: 'one heading of decoration', build: after('# a', ' -') },
  { name: 'one heading of numbers', build: after('# ', '1.') },
  { name: 'headings of every level', build: repeat('# a\n## b\n### c\n#### d\n##### e\n###### f\n') },
  {
    name: 'headings that deepen',
    build: counted(index => `${'#'.repeat((index % 6) + 1)} a${index}\n\ntext\n\n`),
  },
  { name: 'a bold paragraph without end', build: size => `**${'tide '.repeat((size - 4) / 5)}**` },
  { name: 'bold that never closes', build: repeat('**a ') },
  { name: 'lines that begin with emoji', build: repeat('✅ done\n') },
  { name: 'drawn trees', build: repeat('├── a.py\n') },
  { name: 'fences', build: repeat('```\na\n```\n') },
  { name: 'a fence without end', build: after('```js\n', 'const a = 1;\n') },
  { name: 'one line of code without end', build: after('```\n', 'a;') },
  { name: 'indented code', build: repeat('    a\n\n') },
  { name: 'drawn code', build: after('```\n', '│ a → b\n') },
  {
    name: 'table with a wide head',
    build: size => `${'|a'.repeat(size / 8)}|\n${'|-'.repeat(size / 8)}|\n${'|b\n'.repeat(size / 8)}`,
  },
  {
    name: 'rows that are filled up',
    build: size => `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n${'|b\n'.repeat(size / 3)}`,
  },
  { name: 'rows of empty cells', build: after('|a|b|\n|-|-|\n', '|||||||||\n') },
  { name: 'pipes', build: repeat('|') },
  { name: 'a table head that is none', build: repeat('|a|b|\n|-|\n') },
  { name: 'delimiter rows', build: repeat('|-|-|\n') },
  { name: 'one delimiter row', build: after('|a\n', '|-') },
  { name: 'blanks between delimiters', build: size => `|a|b|\n|-${' '.repeat(size)}x\n` },
  { name: 'images that stand alone', build: counted(index => `![a${index}](b${index})\n\n`) },
  { name: 'images between headings', build: repeat('# a\n\n![b](c)\n\n') },
  { name: 'badges', build: repeat('![b](https://img.shields.io/x)\n') },
  { name: 'an image with an endless address', build: size => `![a](${'x-'.repeat(size / 2)})` },
  { name: 'an image with endless words', build: size => `![${'a '.repeat(size / 2)}](b)` },
  { name: 'a link over many lines', build: size => `[${'a\n'.repeat(size / 2)}](b)` },
  { name: 'references that are all defined', build: counted(index => `[r${index}]: u\n[r${index}]\n\n`) },
  { name: 'a reference defined without end', build: repeat('[a]: b\n') },
  { name: 'labels without end', build: size => `[${'a'.repeat(size - 2)}]` },
  { name: 'link titles that never close', build: repeat('[a](b "') },
  { name: 'link addresses in parentheses', build: size => `[a](${'('.repeat(size)}` },
  { name: 'brackets closed only', build: repeat(']') },
  { name: 'exclamation marks', build: repeat('!') },
  { name: 'footnotes', build: counted(index => `a[^${index}]\n\n[^${index}]: note\n\n`) },
  { name: 'alerts', build: repeat('> [!NOTE]\n> Mind the tide.\n\n') },
  { name: 'entities of numbers', build: repeat('&#x1f600;') },
  { name: 'entities that never end', build: repeat('&a') },
  { name: 'escapes', build: repeat('\\*') },
  { name: 'mail addresses', build: repeat('<a@b.c> ') },
  { name: 'mail addresses that never end', build: repeat('<a@b.') },
  { name: 'addresses that never end', build: after('http://', 'a.') },
  { name: 'addresses in brackets', build: repeat('<http://a> ') },
  { name: 'rules', build: repeat('---\n') },
  { name: 'rules that are none', build: repeat('- - - -x\n') },
  { name: 'stars in a row', build: repeat('*') },
  { name: 'stars that open and close', build: repeat('a*') },
  { name: 'stars of every length', build: counted(index => `${'*'.repeat((index % 40) + 1)}a`) },
  { name: 'underscores in words', build: repeat('a_b') },
  { name: 'struck through', build: repeat('~~a~~ ') },
  { name: 'lists that deepen', build: counted(index => `${'  '.repeat(index % 60)}- a\n`) },
  { name: 'quotes that deepen', build: counted(index => `${'>'.repeat((index % 60) + 1)} a\n`) },
  { name: 'numbered lists', build: counted(index => `${index}. a\n`) },
  { name: 'loose lists', build: repeat('- a\n\n') },
  { name: 'tasks', build: repeat('- [ ] a\n') },
  { name: 'front matter without end', build: after('---\n', 'a: b\n') },
  { name: 'front matter of one key', build: after('---\n', 'a') },
];

/** HTML: what is open, what is closed, what is neither. */
const HTML: readonly Shape[] = [
  { name: 'comments', build: repeat('<!-- a -->\n') },
  { name: 'comments in text', build: repeat('a <!-- b --> ') },
  { name: 'comments of dashes', build: repeat('<!--->') },
  { name: 'attributes without end', build: after('<p ', 'a=b ') },
  { name: 'attributes that are all different', build: counted(index => `a${index}=b `, '<p ') },
  { name: 'an attribute that never closes', build: after('<p a="', 'x ') },
  { name: 'tags with attributes that never close', build: repeat('<a b="') },
  { name: 'tags in text that never close', build: repeat('x <a b=') },
  { name: 'a start without a name', build: repeat('<') },
  { name: 'closing tags', build: repeat('</b>') },
  { name: 'declarations', build: repeat('<!a ') },
  { name: 'character data', build: repeat('<![CDATA[') },
  { name: 'scripts that never close', build: repeat('<script>\n') },
  { name: 'styles that are silent', build: repeat('<style>a</style>\n') },
  { name: 'text that is preformatted', build: size => `<pre>${'a\n'.repeat(size / 2)}</pre>` },
  { name: 'headings in HTML', build: repeat('<h2>a</h2>\n') },
  { name: 'headings in HTML on one line', build: repeat('<h2>a</h2>') },
  { name: 'folds', build: repeat('<details><summary>a</summary>\n\nb\n\n</details>\n\n') },
  { name: 'folds in each other', build: repeat('<details>\n<summary>a</summary>\n') },
  { name: 'breaks', build: repeat('a<br>') },
  { name: 'table cells in HTML', build: after('<table><tr>', '<td>a') },
  {
    name: 'table with a wide head in HTML',
    build: size =>
      `<table><tr>${'<th>a'.repeat(size / 16)}</tr>${'<tr><td>b</td></tr>'.repeat(size / 38)}</table>`,
  },
  { name: 'rows in HTML', build: after('<table>\n', '<tr><td>a</td></tr>\n') },
  { name: 'rows that never close', build: after('<table>', '<tr><td>a') },
  { name: 'bold in HTML', build: repeat('<b>a</b> ') },
  { name: 'links in HTML', build: repeat('<a href=b>a</a> ') },
  { name: 'images in HTML', build: repeat('<img src=a alt=b>') },
  { name: 'entities in HTML', build: after('<p>', '&amp;') },
  { name: 'elements of many names', build: counted(index => `<x${index.toString(36)}>`) },
  { name: 'open elements, then closing ones', build: halves('<i>', '</i>', '') },
  { name: 'open elements, then other closing ones', build: halves('<i>', '</b>', '') },
  { name: 'open elements, then paragraphs', build: halves('<i>', '<p>a', '') },
];

export const SHAPES: readonly Shape[] = [...COST_CASES, ...JUDGED, ...GATHERED, ...HTML];
