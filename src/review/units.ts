import type { BlockKind, Image, Link, Outline, Section, SourceRange } from '../readme/outline.ts';
import { sectionAt } from './section-at.ts';

/** A block with the links and images on its lines, or an image that stands alone. Units are what is judged. */
export interface Unit {
  /** Position among the units, from 0, in the order of the README. */
  readonly index: number;
  readonly section: number;
  readonly kind: BlockKind;
  readonly text: string;
  readonly range: SourceRange;
  readonly label: string | undefined;
  readonly isHead: boolean;
  readonly isTitle: boolean;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
}

/**
 * The title, the blocks, and the images that no block holds, in the order of their lines. Badges are left out. Of the
 * headings only the title is judged: what the others promise is not yet said. Linear.
 */
export function unitsOf(outline: Outline, title: Section | undefined): readonly Unit[] {
  const linksByLine = groupByLine(outline.links);
  const imagesByLine = groupByLine(outline.images.filter(({ badge }) => badge !== true));
  const units: Omit<Unit, 'index'>[] = [];
  if (title?.heading !== undefined) {
    const bare = {
      kind: 'paragraph',
      label: undefined,
      isHead: false,
      isTitle: true,
      links: [],
      images: [],
    } as const;
    units.push({ ...bare, section: title.index, text: title.title, range: title.heading });
  }
  for (const block of outline.blocks) {
    units.push({
      section: block.section,
      kind: block.kind,
      text: block.text,
      range: block.range,
      label: block.label,
      isHead: block.header === true,
      isTitle: false,
      links: take(linksByLine, block.range),
      images: take(imagesByLine, block.range),
    });
  }
  for (const images of imagesByLine.values()) {
    const [first] = images;
    if (first === undefined) continue;
    const { range } = first;
    const section = sectionAt(outline, range.startLine).index;
    const text = images.map(({ alt }) => alt).join(' ');
    const links = take(linksByLine, range);
    units.push({
      section,
      kind: 'caption',
      text,
      range,
      label: undefined,
      isHead: false,
      isTitle: false,
      links,
      images,
    });
  }
  return units
    .sort((a, b) => a.range.startLine - b.range.startLine)
    .map((unit, index) => ({ ...unit, index }));
}

function groupByLine<Item extends { readonly range: SourceRange }>(
  items: readonly Item[],
): Map<number, Item[]> {
  const byLine = new Map<number, Item[]>();
  for (const item of items) {
    const line = item.range.startLine;
    const others = byLine.get(line);
    if (others === undefined) byLine.set(line, [item]);
    else others.push(item);
  }
  return byLine;
}

/** Removes and returns what stands on these lines: each link and image belongs to one unit. */
function take<Item>(byLine: Map<number, Item[]>, { startLine, endLine }: SourceRange): readonly Item[] {
  const taken: Item[] = [];
  for (let line = startLine; line <= endLine; line += 1) {
    taken.push(...(byLine.get(line) ?? []));
    byLine.delete(line);
  }
  return taken;
}
