/** Edits of a README that add or change no account of the project. Pure: text in, text out. */

const FENCE = /^\s*(?:```|~~~)/;
const HEADING = /^(#{1,6})\s+(.+)$/;

export interface Heading {
  /** Index of its line, from 0. */
  readonly line: number;
  readonly level: number;
  readonly text: string;
}

/** Whether each line stands outside of code. */
function isProse(lines: readonly string[]): readonly boolean[] {
  let open = false;
  return lines.map(line => {
    const fence = FENCE.test(line);
    const prose = !open && !fence;
    if (fence) open = !open;
    return prose;
  });
}

export function headingsOf(text: string): readonly Heading[] {
  const lines = text.split('\n');
  const prose = isProse(lines);
  return lines.flatMap((line, index) => {
    const match = prose[index] === true ? HEADING.exec(line) : null;
    return match === null ? [] : [{ line: index, level: match[1]?.length ?? 1, text: match[2] ?? '' }];
  });
}

/** The README with a block put at one of its empty lines, or at its end; `at` is 0 to 1. */
export function insertBlock(text: string, block: string, at: number): string {
  const lines = text.split('\n');
  const prose = isProse(lines);
  const gaps = lines.flatMap((line, index) => (line.trim() === '' && prose[index] === true ? [index] : []));
  const gap = gaps[Math.floor(at * (gaps.length + 1))] ?? lines.length;
  return [...lines.slice(0, gap), '', block, '', ...lines.slice(gap)].join('\n');
}

/** The README with a heading that has nothing under it: before a heading of its rank or a higher one, or at the end. */
export function insertHeading(text: string, level: number, title: string, at: number): string {
  const lines = text.split('\n');
  const places = headingsOf(text)
    .slice(1)
    .filter(heading => heading.level <= level)
    .map(({ line }) => line);
  const place = places[Math.floor(at * (places.length + 1))] ?? lines.length;
  return [...lines.slice(0, place), '', `${'#'.repeat(level)} ${title}`, '', ...lines.slice(place)].join(
    '\n',
  );
}

/** The README with each heading's text changed by its position among the headings; null takes the line away. */
export function retitle(text: string, change: (heading: Heading, index: number) => string | null): string {
  const lines = text.split('\n');
  for (const [index, heading] of headingsOf(text).entries()) {
    const title = change(heading, index);
    lines[heading.line] = title === null ? '' : `${'#'.repeat(heading.level)} ${title}`;
  }
  return lines.join('\n');
}
