import type { ObservedBlock } from '../../observe.ts';
import { trimMarks } from '../quote.ts';

/** Longer plans do not fit into a question. Characters. */
const MAX_PLAN = 120;
/** A plan that is ticked off is none any more. */
const DONE = /\[x\]|[✅✔☑]/iu;

export interface PlanSlots {
  /** A plan that speaks of something not good enough yet. */
  readonly shortfall: string | null;
  /** The first of the plans. */
  readonly future: string | null;
}

/** The README's plans: those that may hide a failure apart from those that only add. */
export function planSlots(blocks: readonly ObservedBlock[]): PlanSlots {
  const plans = blocks.filter(
    ({ zone, text }) =>
      zone === 'future' &&
      (text.kind === 'list-item' || text.kind === 'paragraph') &&
      text.wordCount >= 2 &&
      text.text.length <= MAX_PLAN &&
      !/[:：]$/.test(text.text) &&
      !DONE.test(text.text),
  );
  const shortfall = plans.find(({ text }) =>
    text.sentences.some(sentence =>
      sentence.hasAny('metric', 'limit', 'obstacle', 'worse', 'pain', 'harm', 'stakes', 'remedy'),
    ),
  );
  return { shortfall: wordsOf(shortfall), future: wordsOf(plans[0]) };
}

function wordsOf(plan: ObservedBlock | undefined): string | null {
  return plan === undefined ? null : trimMarks(plan.text.text);
}
