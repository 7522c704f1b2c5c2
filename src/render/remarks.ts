import type { CriterionResult, Finding, FindingKind } from '../review/report.ts';

const WEIGHT: Readonly<Record<FindingKind, number>> = {
  essential: 0,
  actionable: 1,
  informative: 2,
  celebratory: 3,
};

/** The findings with the weightiest first; the given order decides between equals. */
export function weightiestFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind]);
}

/** The one remark that a table cell or a line of a terminal has room for. */
export function mainRemark(criterion: CriterionResult): Finding | undefined {
  return weightiestFirst(criterion.findings)[0];
}
