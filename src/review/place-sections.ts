import { BOLD_HEADING_LEVEL, type Outline, type Section } from '../readme/outline.ts';
import type { ZoneName } from '../rubric/names.ts';
import type { Reading } from './reading.ts';
import type { Hit } from './words/phrase-matcher.ts';
import { lengthOf, wordsOf } from './words/tokenise.ts';

/** What a section's headings say it is about. */
export interface PlacedSection {
  readonly criteria: ReadonlySet<string>;
  readonly zone: ZoneName | null;
  /** True for the text before the first heading and right under the title. */
  readonly lead: boolean;
}

/** Longer headings are sentences, and their words stand for nothing. */
const MAX_HEADING_WORDS = 10;

/** Matches every heading, and hands what it says down to the sections below it. The title says nothing of its parts. */
export function placeSections(outline: Outline, reading: Reading): readonly PlacedSection[] {
  const placed: PlacedSection[] = [];
  const title = titleOf(outline, reading);
  for (const section of outline.sections) {
    if (section === title || isLead(section, title)) {
      placed.push({ criteria: new Set(), zone: null, lead: true });
      continue;
    }
    const above = section.parent === title?.index ? undefined : placed[section.parent];
    const own = placeTitle(section.title, reading);
    const zone = own.zone ?? (own.namesBase ? null : (above?.zone ?? null));
    placed.push({ criteria: new Set([...own.criteria, ...(above?.criteria ?? [])]), zone, lead: false });
  }
  return placed;
}

/** The text before any heading, and bold lines that follow right on the title. */
function isLead(section: Section, title: Section | undefined): boolean {
  return (
    section.index === 0 || (section.level === BOLD_HEADING_LEVEL && section.index === (title?.index ?? 0) + 1)
  );
}

interface PlacedTitle extends Pick<PlacedSection, 'criteria' | 'zone'> {
  /** True where one of the criteria is the base's: then the zone above says nothing of it. */
  readonly namesBase: boolean;
}

/**
 * The criteria and the zone whose names cover most of a title; ties are kept. An added criterion has a title beside them
 * where its names cover no less of it, and changes nothing for the others.
 */
export function placeTitle(title: string, reading: Reading): PlacedTitle {
  const words = wordsOf(title);
  if (words.length === 0 || lengthOf(words) > MAX_HEADING_WORDS)
    return { criteria: new Set(), zone: null, namesBase: false };
  const criteria = coverage(reading.headings.find(words));
  const zones = coverage(reading.zones.find(words));
  const added = coverage(reading.addedHeadings.find(words));
  const most = Math.max(0, ...criteria.values(), ...zones.values());
  const mostAdded = Math.max(most, ...added.values());
  const widest = [...criteria].filter(([, covered]) => covered === most).map(([id]) => id);
  const beside = [...added].filter(([, covered]) => covered === mostAdded).map(([id]) => id);
  const zone = [...zones].find(([, covered]) => covered === most)?.[0] ?? null;
  return { criteria: new Set([...widest, ...beside]), zone, namesBase: widest.length > 0 };
}

function coverage<Name extends string>(hits: readonly Hit<Name>[]): ReadonlyMap<Name, number> {
  const most = new Map<Name, number>();
  for (const { name, start, end } of hits) {
    const covered = end - start + 1;
    if (covered > (most.get(name) ?? 0)) most.set(name, covered);
  }
  return most;
}

/**
 * The heading that names the project, not a part of it: the first, if none stands above it and it is not, word for
 * word, the name of a criterion or a zone.
 */
export function titleOf(outline: Outline, reading: Reading): Section | undefined {
  const first = outline.sections[1];
  if (first === undefined || first.level === BOLD_HEADING_LEVEL) return undefined;
  // A heading at the end of a text with nothing under it names nothing.
  const isLast = outline.sections.length === 2 && first.blocks.length === 0;
  if (isLast && (outline.sections[0]?.blocks.length ?? 0) > 0) return undefined;
  const highest = Math.min(...outline.sections.slice(1).map(({ level }) => level));
  const alone = outline.sections.filter(({ level }) => level === first.level).length === 1;
  if (first.level !== 1 && !(first.level === highest && alone)) return undefined;
  const words = wordsOf(first.title);
  const names = [
    ...coverage(reading.headings.find(words)).values(),
    ...coverage(reading.zones.find(words)).values(),
  ];
  return names.includes(words.length) ? undefined : first;
}
