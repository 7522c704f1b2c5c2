import type { SignalName } from '../../rubric/names.ts';
import type { Criterion } from '../../rubric/rubric.ts';
import type { ObservedBlock } from '../observe.ts';
import type { LineRange } from '../report.ts';
import { pointsOf } from '../score-criterion.ts';
import type { Signal } from '../signals/define-signal.ts';
import { SIGNALS } from '../signals/index.ts';
import type { BlockText } from '../words/block-text.ts';
import { quoteOf } from './quote.ts';

/** The sentence of a passage that speaks most of a criterion, ready to be quoted. */
export interface TellingSentence {
  readonly quote: string;
  /** What is seen in that sentence alone. */
  readonly signals: readonly SignalName[];
  /** The lines of its block. */
  readonly place: LineRange;
}

/** Only prose can be quoted: a title, a row or a line of code is not a sentence. */
const QUOTABLE: ReadonlySet<string> = new Set(['paragraph', 'list-item', 'quote']);

/**
 * The sentence on these lines that would earn the criterion most points if it stood alone, the first of equals; null
 * where none would earn any. So a question is about what was said, and not about what stands beside it.
 */
export function tellingSentence(
  criterion: Criterion,
  blocks: readonly ObservedBlock[],
  lines: readonly LineRange[],
): TellingSentence | null {
  const counting = SIGNALS.filter(({ id }) => id in criterion.signals);
  let telling: { readonly quote: string; readonly alone: BlockText; readonly place: LineRange } | null = null;
  let most = 0;
  for (const block of blocks) {
    if (block.isTitle || block.text.isHead || !QUOTABLE.has(block.text.kind)) continue;
    if (!lines.some(range => overlaps(range, block.range))) continue;
    for (const sentence of block.text.sentences) {
      // An instruction tells a reader what to do, and nothing of the project.
      if (sentence.hasAny('command', 'trouble')) continue;
      const alone = {
        ...block.text,
        text: sentence.text,
        sentences: [sentence],
        wordCount: sentence.length,
        images: [],
      };
      const points = pointsOf(criterion, { ...block, text: alone, signals: seenIn(alone, counting) });
      if (points <= most) continue;
      const quote = quoteOf(sentence.text);
      if (quote === null) continue;
      most = points;
      telling = { quote, alone, place: block.range };
    }
  }
  if (telling === null) return null;
  const { quote, alone, place } = telling;
  return { quote, signals: seenIn(alone, SIGNALS), place };
}

function seenIn(text: BlockText, signals: readonly Signal[]): readonly SignalName[] {
  return signals.filter(signal => signal.look(text)).map(({ id }) => id);
}

function overlaps(a: LineRange, b: LineRange): boolean {
  return a.startLine <= b.endLine && b.startLine <= a.endLine;
}
