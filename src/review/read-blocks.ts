import type { Outline } from '../readme/outline.ts';
import type { SignalName } from '../rubric/names.ts';
import { titleOf } from './place-sections.ts';
import type { Reading } from './reading.ts';
import { SIGNALS } from './signals/index.ts';
import { type Unit, unitsOf } from './units.ts';
import { type BlockText, readBlock } from './words/block-text.ts';

/** What one block says, whatever it is judged by. */
export interface ReadBlock extends Unit {
  readonly read: BlockText;
  readonly signals: readonly SignalName[];
}

/** Reads every block and asks every signal. Pure and linear. */
export function readBlocks(outline: Outline, reading: Reading): readonly ReadBlock[] {
  let columns = '';
  return unitsOf(outline, titleOf(outline, reading)).map(unit => {
    if (unit.isHead) columns = unit.text;
    else if (unit.kind !== 'table-row') columns = '';
    const { kind, text, isHead, links, images } = unit;
    const read = readBlock({ kind, text, columns, isHead, links, images }, reading.cues, reading.borrowed);
    return { ...unit, read, signals: SIGNALS.filter(signal => signal.look(read)).map(signal => signal.id) };
  });
}
