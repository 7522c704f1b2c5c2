import type { Outline, SourceRange } from '../readme/outline.ts';
import type { SignalName, ZoneName } from '../rubric/names.ts';
import { type PlacedSection, placeSections, placeTitle, titleOf } from './place-sections.ts';
import type { Reading } from './reading.ts';
import { SIGNALS } from './signals/index.ts';
import { type Unit, unitsOf } from './units.ts';
import { type BlockText, readBlock } from './words/block-text.ts';

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

/** Reads every block and asks every signal. Pure and linear; scoring is a step of its own. */
export function observe(outline: Outline, reading: Reading): Observation {
  const sections = placeSections(outline, reading);
  let columns = '';
  let introduced: Heading | null = null;
  let previous: Unit | null = null;
  const observed: ObservedBlock[] = [];
  for (const unit of unitsOf(outline, titleOf(outline, reading))) {
    if (unit.isHead) columns = unit.text;
    else if (unit.kind !== 'table-row') columns = '';
    if (previous?.section !== unit.section || unit.kind === 'paragraph') introduced = null;
    const { kind, text, isHead, links, images } = unit;
    const read = readBlock({ kind, text, columns, isHead, links, images }, reading.cues, reading.borrowed);
    const section = sections[unit.section];
    const label = labelOf(unit, reading);
    const heads = unit.kind === 'table-row' && !unit.isHead ? columnHeads(columns, reading) : [];
    observed.push({
      index: unit.index,
      section: unit.section,
      range: unit.range,
      text: read,
      signals: SIGNALS.filter(signal => signal.look(read)).map(signal => signal.id),
      headedBy: new Set([
        ...(section?.criteria ?? []),
        ...(label?.criteria ?? []),
        ...(introduced?.criteria ?? []),
        ...heads,
      ]),
      zone: label?.zone ?? introduced?.zone ?? section?.zone ?? null,
      lead: section?.lead === true,
      isTitle: unit.isTitle,
    });
    if (unit.kind === 'paragraph' && /[:：]$/.test(unit.text)) introduced = placeTitle(unit.text, reading);
    previous = unit;
  }
  return { sections, blocks: observed };
}

function labelOf(unit: Unit, reading: Reading): Heading | null {
  const label =
    unit.label ?? (unit.kind === 'code' ? undefined : PLAIN_LABEL.exec(unit.text.slice(0, 60))?.[1]);
  return label === undefined ? null : placeTitle(label, reading);
}

/** Ids of the criteria that a table's columns are named after. */
function columnHeads(columns: string, reading: Reading): readonly string[] {
  return columns.split(' | ').flatMap(name => [...placeTitle(name, reading).criteria]);
}
