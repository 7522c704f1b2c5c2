import { defineSignal } from './define-signal.ts';
import { hasFigure } from './figures.ts';

/**
 * Looks for: a table row of figures under columns, or beside names, that are metrics.
 * Why a reader cares: variants side by side let a reader judge the winner.
 * Not to be taken for it: parameters, schedules, ports.
 */
export const tabulatesResults = defineSignal({
  id: 'tabulates-results',
  question: 'Is this a row of measured results?',
  look: block =>
    block.kind === 'table-row' &&
    !block.isHead &&
    hasFigure(block.text.slice(0, 500)) &&
    (block.sentences.some(sentence => sentence.has('metric')) || namesAMetric(block.columns)),
  examples: {
    yes: [
      { kind: 'table-row', columns: 'Model | Accuracy | F1', text: 'Random forest | 0.91 | 0.88' },
      { kind: 'table-row', columns: 'Metric | Value', text: 'RMSE | 4.2' },
    ],
    no: [{ kind: 'table-row', columns: 'Service | Port', text: 'api | 8000' }],
  },
});

/** Table heads are not read as sentences; the few names that stand there do. */
function namesAMetric(columns: string): boolean {
  return /accura|precision|recall|\bf1|\bauc\b|roc|rmse|\bmae\b|\bmse\b|mape|\br2\b|r²|\bmrr\b|ndcg|hit ?rate|latency|score|perplexity|bleu|rouge|\bmap\b|\biou\b|dice|loss|error|throughput|p95|p50|\bkappa\b|\bwer\b/i.test(
    columns.slice(0, 300),
  );
}
