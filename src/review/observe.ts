import type { Outline } from '../readme/outline.ts';
import type { SignalName, ZoneName } from '../rubric/names.ts';
import { placeSections, placeTitle } from './place-sections.ts';
import type { Reading } from './reading.ts';
import { SIGNALS } from './signals/index.ts';
import { type BlockText, readBlock } from './words/block-text.ts';

/** What is known of one block before anything is judged: a row of features. */
export interface ObservedBlock {
  /** Index into `Outline.blocks`. */
  readonly index: number;
  readonly text: BlockText;
  readonly signals: readonly SignalName[];
  /** Ids of the criteria whose names a heading above it, or its own run-in label, carries. */
  readonly headedBy: ReadonlySet<string>;
  /** The zone of the nearest heading that names one, where no nearer heading names a criterion. */
  readonly zone: ZoneName | null;
  /** True for the text under the README's title, before any other heading. */
  readonly lead: boolean;
}

/** Reads every block and asks every signal. Pure and linear; scoring is a step of its own. */
export function observe(outline: Outline, reading: Reading): readonly ObservedBlock[] {
  const sections = placeSections(outline, reading);
  let columns = '';
  return outline.blocks.map(block => {
    if (block.header === true) columns = block.text;
    else if (block.kind !== 'table-row') columns = '';
    const text = readBlock(block, columns, reading.cues);
    const section = sections[block.section];
    const label = block.label === undefined ? undefined : placeTitle(block.label, reading);
    return {
      index: block.index,
      text,
      signals: SIGNALS.filter(signal => signal.look(text)).map(signal => signal.id),
      headedBy: new Set([...(section?.criteria ?? []), ...(label?.criteria ?? [])]),
      zone: label?.zone ?? section?.zone ?? null,
      lead: section?.lead === true,
    };
  });
}
