import { defineSignal } from './define-signal.ts';
import { countFigures } from './figures.ts';

/** Table heads are not read as sentences; the few names that stand there, in any language, do. */
const METRIC_NAME =
  /accura|\bacc\b|precision|recall|\bf1|\bauc\b|roc|rmse|\bmae\b|\bmse\b|mape|\br2\b|r²|\bmrr\b|ndcg|hit ?rate|latency|score|perplexity|bleu|rouge|\bmap\b|\biou\b|dice|loss\b|error|throughput|p9[059]|p50|kappa|\bwer\b|\(%\)|\bval\b|\btest\b|result|measured|reduction|improvement/i;
/** The same in the other languages there are lexicons for. */
const METRIC_NAME_ABROAD =
  /pr[eé]cisi|precisão|exactitud|exatidão|acur[aá]cia|aciert|acert|exhaustiv|sensibili|rappel|justesse|erreur|\berros?\b|taux|latenc|latênc|puntuaci|puntaje|pontuaç|résultat|resultado|tiempo|tempo\b|temps|genauig|präzision|trefferq|abweichung|fehler|latenz|ergebnis|dauer|准确|正确率|命中率|成功率|错误率|精度|精确|召回|误差|损失|得分|延迟|耗时|用时|结果|指标|正解|再現率|適合率|誤差|損失|スコア|遅延|時間|結果|指標|誤り率/i;
/** A drawn table of fewer figures may be anything. */
const FIGURES_IN_A_DRAWN_TABLE = 4;
const CODE = /[{};]\s*$|\bdef |\bimport |\breturn |=\s*["'[(\d]|--\w/m;

/**
 * Looks for: a table row of figures under columns, or beside names, that are metrics; or a table drawn in characters.
 * Why a reader cares: variants side by side let a reader judge the winner.
 * Not to be taken for it: parameters, schedules, ports, targets, code.
 */
export const tabulatesResults = defineSignal({
  id: 'tabulates-results',
  question: 'Is this a row of measured results?',
  look: ({ kind, isHead, text, columns, sentences }) => {
    if (kind === 'code') return isDrawnTable(text.slice(0, 1500));
    if (kind !== 'table-row' || isHead || countFigures(text.slice(0, 500)) === 0) return false;
    if (sentences.some(sentence => sentence.has('target'))) return false;
    return (
      namesMetric(columns.slice(0, 300)) || sentences.some(sentence => sentence.hasAny('metric', 'measure'))
    );
  },
  examples: {
    yes: [
      { kind: 'table-row', columns: 'Model | Accuracy | F1', text: 'Random forest | 0.91 | 0.88' },
      { kind: 'table-row', columns: 'Metric | Value', text: 'RMSE | 4.2' },
      { kind: 'table-row', columns: 'Verfahren | Abweichung', text: 'Vorwoche | 27,2' },
      { kind: 'table-row', columns: '模型 | 准确率', text: '基线 | ９２.３％' },
      { kind: 'code', text: 'model    accuracy  f1\nforest   0.91      0.88\nlinear   0.84      0.80' },
    ],
    no: [
      { kind: 'table-row', columns: 'Service | Port', text: 'api | 8000' },
      { kind: 'code', text: 'train(lr=0.01, dropout=0.25, momentum=0.90, decay=0.05)  # accuracy' },
    ],
  },
});

function namesMetric(text: string): boolean {
  return METRIC_NAME.test(text) || METRIC_NAME_ABROAD.test(text);
}

function isDrawnTable(text: string): boolean {
  return namesMetric(text) && !CODE.test(text) && countFigures(text) >= FIGURES_IN_A_DRAWN_TABLE;
}
