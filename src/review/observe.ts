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
  /** Ids of the criteria whose names a heading above it, its label, or the line that leads to its list carries. */
  readonly headedBy: ReadonlySet<string>;
  /** The zone of the nearest heading that names one, where no nearer heading names a criterion. */
  readonly zone: ZoneName | null;
  /** True for the text under the README's title, before any other heading. */
  readonly lead: boolean;
  readonly isTitle: boolean;
}

type Heading = Pick<PlacedSection, 'criteria' | 'zone'>;

/** A run-in label without bold letters, such as `Goal: …`. */
const PLAIN_LABEL = /^\P{L}{0,4}(\p{L}[\p{L}' -]{2,40}):\s/u;

/** Reads every block and asks every signal. Pure and linear; scoring is a step of its own. */
export function observe(outline: Outline, reading: Reading): readonly ObservedBlock[] {
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
      ]),
      zone: label?.zone ?? introduced?.zone ?? section?.zone ?? null,
      lead: section?.lead === true,
      isTitle: unit.isTitle,
    });
    if (unit.kind === 'paragraph' && unit.text.endsWith(':')) introduced = placeTitle(unit.text, reading);
    previous = unit;
  }
  return observed;
}

function labelOf(unit: Unit, reading: Reading): Heading | null {
  const label =
    unit.label ?? (unit.kind === 'code' ? undefined : PLAIN_LABEL.exec(unit.text.slice(0, 60))?.[1]);
  return label === undefined ? null : placeTitle(label, reading);
}
