import type { Outline, SourceRange } from '../readme/outline.ts';
import type { SignalName, ZoneName } from '../rubric/names.ts';
import { type PlacedSection, placeSections, placeTitle } from './place-sections.ts';
import { type ReadBlock, readBlocks } from './read-blocks.ts';
import type { Reading } from './reading.ts';
import type { Unit } from './units.ts';
import type { BlockText } from './words/block-text.ts';

/** What is known of one block before anything is judged: a row of features. */
export interface ObservedBlock {
  /** Position among the observed blocks, from 0, in the order of the README. */
  readonly index: number;
  /** Index into `Outline.sections`. */
  readonly section: number;
  readonly range: SourceRange;
  readonly text: BlockText;
  readonly signals: readonly SignalName[];
  /** Ids of the criteria whose names a heading above it, its label, the line that leads to its list, or a column of its table carries. */
  readonly headedBy: ReadonlySet<string>;
  /** Ids of the criteria of whose own words it uses one. */
  readonly about: ReadonlySet<string>;
  /** The zone of the nearest heading that names one, where no nearer heading names a criterion. */
  readonly zone: ZoneName | null;
  /** True for the text under the README's title, before any other heading. */
  readonly lead: boolean;
  readonly isTitle: boolean;
}

/** All that is known of a README before anything is judged: what a model may be trained on. */
export interface Observation {
  /** What each section's headings say it is about, in the order of `Outline.sections`. */
  readonly sections: readonly PlacedSection[];
  readonly blocks: readonly ObservedBlock[];
}

type Heading = Pick<PlacedSection, 'criteria' | 'zone'>;

/** A run-in label without bold letters, such as `Goal: …`. */
const PLAIN_LABEL = /^\P{L}{0,4}(\p{L}[\p{L}' -]{2,40}(?=:\s)|\p{L}[\p{L} ]{1,20}(?=：))/u;
const NOTHING: ReadonlySet<string> = new Set();

/** Reads every block, asks every signal, and says where it stands. Pure and linear; scoring is a step of its own. */
export function observe(outline: Outline, reading: Reading): Observation {
  return placeBlocks(readBlocks(outline, reading), outline, reading);
}

/** Where blocks that were read stand, and what they are about, in the eyes of a rubric (`reading`). */
export function placeBlocks(blocks: readonly ReadBlock[], outline: Outline, reading: Reading): Observation {
  const sections = placeSections(outline, reading);
  let introduced: Heading | null = null;
  let previous: Unit | null = null;
  let columns = '';
  let heads = NOTHING;
  const observed: ObservedBlock[] = [];
  for (const block of blocks) {
    const { index, section, range, read, signals, isTitle } = block;
    if (previous?.section !== section || block.kind === 'paragraph') introduced = null;
    const placed = sections[section];
    const label = labelOf(block, reading);
    // Once a table and not once a row: a wide one would take columns times rows.
    if (read.columns !== columns) {
      columns = read.columns;
      heads = columnHeads(columns, reading);
    }
    observed.push({
      index,
      section,
      range,
      text: read,
      signals,
      headedBy: new Set([
        ...(placed?.criteria ?? []),
        ...(label?.criteria ?? []),
        ...(introduced?.criteria ?? []),
        ...(block.kind === 'table-row' && !block.isHead ? heads : NOTHING),
      ]),
      about: aboutOf(read, reading),
      zone: label?.zone ?? introduced?.zone ?? placed?.zone ?? null,
      lead: placed?.lead === true,
      isTitle,
    });
    if (block.kind === 'paragraph' && /[:：]$/.test(block.text)) introduced = placeTitle(block.text, reading);
    previous = block;
  }
  return { sections, blocks: observed };
}

function labelOf(unit: Unit, reading: Reading): Heading | null {
  const label =
    unit.label ?? (unit.kind === 'code' ? undefined : PLAIN_LABEL.exec(unit.text.slice(0, 60))?.[1]);
  return label === undefined ? null : placeTitle(label, reading);
}

/** Ids of the criteria that a table's columns are named after. */
function columnHeads(columns: string, reading: Reading): ReadonlySet<string> {
  return new Set(columns.split(' | ').flatMap(name => [...placeTitle(name, reading).criteria]));
}

function aboutOf({ sentences }: BlockText, { words }: Reading): ReadonlySet<string> {
  if (words === null) return NOTHING;
  return new Set(sentences.flatMap(sentence => words.find(sentence.words).map(({ name }) => name)));
}
