import type { ObservedBlock } from '../../observe.ts';

/** A name that nobody writes by accident: F1, RMSE, mAP, ROC-AUC. */
const SPELLED = /\d|\p{L}.*\p{Lu}/u;
/** A name that only begins like a metric. */
const LOOKALIKE = /^(?:auc|rouge)(?!pr$|roc$|s$)\p{L}{2,}$/iu;
/** Words of everyday prose that are metrics as well. */
const EVERYDAY = /^(?:map|dice|gini|precision|recall|latency|throughput|response time|sensitivity)$/i;

/**
 * A metric that the README names and gives no value: one that is spelled like a metric, else one in a sentence on
 * measuring, else a word that can mean nothing else. Null where there is none.
 */
export function metricSlot(blocks: readonly ObservedBlock[]): string | null {
  const named = blocks.flatMap(({ text, zone }) =>
    text.sentences.flatMap(sentence => {
      const metric = sentence.said('metric');
      if (metric === null || LOOKALIKE.test(metric)) return [];
      const isSpelled = SPELLED.test(metric);
      const isMeasured = sentence.hasAny('measure', 'measured-on', 'achieved', 'comparison', 'baseline');
      const certainty = isSpelled ? 2 : EVERYDAY.test(metric) ? 0 : isMeasured ? 2 : 1;
      // The head of a table names what its rows give values for.
      const hasValue = text.isHead || sentence.hasFigure;
      return [{ metric, certainty: zone === 'future' ? 0 : certainty, hasValue }];
    }),
  );
  const valued = new Set(named.filter(({ hasValue }) => hasValue).map(({ metric }) => metric.toLowerCase()));
  const open = named.filter(({ metric, certainty }) => certainty > 0 && !valued.has(metric.toLowerCase()));
  return (open.find(({ certainty }) => certainty === 2) ?? open[0])?.metric ?? null;
}
