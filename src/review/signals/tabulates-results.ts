import { defineSignal } from './define-signal.ts';
import { countFigures } from './figures.ts';

/** Table heads are not read as sentences; the few names that stand there, in any language, do. */
const METRIC_COLUMN =
  /accura|precision|recall|\bf1|\bauc\b|roc|rmse|\bmae\b|\bmse\b|mape|\br2\b|r²|\bmrr\b|ndcg|hit ?rate|latency|score|perplexity|bleu|rouge|\bmap\b|\biou\b|dice|loss\b|error|throughput|p9[059]|p50|kappa|\bwer\b|\(%\)|\bval\b|\btest\b|result|measured/i;

/**
 * Looks for: a table row of figures under columns, or beside names, that are metrics.
 * Why a reader cares: variants side by side let a reader judge the winner.
 * Not to be taken for it: parameters, schedules, ports, targets.
 */
export const tabulatesResults = defineSignal({
  id: 'tabulates-results',
  question: 'Is this a row of measured results?',
  look: ({ kind, isHead, text, columns, sentences }) => {
    if (kind !== 'table-row' || isHead) return false;
    const figures = countFigures(text.slice(0, 500));
    if (figures === 0 || sentences.some(sentence => sentence.has('target'))) return false;
    return METRIC_COLUMN.test(columns.slice(0, 300)) || sentences.some(sentence => sentence.has('metric'));
  },
  examples: {
    yes: [
      { kind: 'table-row', columns: 'Model | Accuracy | F1', text: 'Random forest | 0.91 | 0.88' },
      { kind: 'table-row', columns: 'Metric | Value', text: 'RMSE | 4.2' },
    ],
    no: [{ kind: 'table-row', columns: 'Service | Port', text: 'api | 8000' }],
  },
});
