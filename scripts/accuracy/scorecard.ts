/** All figures of one measurement, counted as `corpus/README.md` ("How accuracy is counted") says. */
import type { CriterionResult, Report, Verdict } from '../../src/review/report.ts';
import { COUNTED_CRITERIA, type CriterionId, type Label, type Level } from '../corpus/labels.ts';
import { exactAgreement, oppositeShare, type Pair, quadraticKappa } from './agreement.ts';
import type { Chance } from './calibration.ts';
import { detect } from './detection.ts';
import { type CitedVerdict, evidenceFigures } from './evidence.ts';

/** One labelled README and what the engine said about it. */
export interface Judged {
  readonly label: Label;
  readonly report: Report;
  /** What the model said about each criterion that it knows; none where it was not asked. */
  readonly chances: ReadonlyMap<string, { readonly atLeastThin: number; readonly present: number }>;
}

export interface CriterionFigures {
  /** READMEs that were judged. */
  readonly count: number;
  readonly exact: number;
  readonly kappa: number;
  readonly missingPrecision: number;
  readonly missingRecall: number;
  readonly missingF1: number;
  readonly presentF1: number;
  readonly opposite: number;
}

export interface Coverage {
  /** Share of verdicts given. */
  readonly assessed: number;
  /** Share not assessed because a rule says so: no lexicon for the language, not Markdown. */
  readonly byRule: number;
  /** Share not assessed for want of confidence. */
  readonly byDoubt: number;
}

const LEVEL_OF: Record<Verdict, Level | null> = { missing: 0, thin: 1, present: 2, 'not-assessed': null };

export function criterionFigures(items: readonly Judged[], id: CriterionId): CriterionFigures {
  const pairs = judgedPairs(items, id);
  const missing = detect(pairs.map(pair => ({ there: pair.labelled === 0, found: pair.judged === 0 })));
  const present = detect(pairs.map(pair => ({ there: pair.labelled === 2, found: pair.judged === 2 })));
  return {
    count: pairs.length,
    exact: exactAgreement(pairs),
    kappa: quadraticKappa(pairs),
    missingPrecision: missing.precision,
    missingRecall: missing.recall,
    missingF1: missing.f1,
    presentF1: present.f1,
    opposite: oppositeShare(pairs),
  };
}

/** The mean over the five counted criteria; a figure that a criterion does not have (NaN) is left out of it. */
export function macroFigures(items: readonly Judged[]): CriterionFigures {
  const each = COUNTED_CRITERIA.map(id => criterionFigures(items, id));
  const mean = (pick: (figures: CriterionFigures) => number) => meanOf(each.map(pick));
  return {
    count: mean(figures => figures.count),
    exact: mean(figures => figures.exact),
    kappa: mean(figures => figures.kappa),
    missingPrecision: mean(figures => figures.missingPrecision),
    missingRecall: mean(figures => figures.missingRecall),
    missingF1: mean(figures => figures.missingF1),
    presentF1: mean(figures => figures.presentF1),
    opposite: mean(figures => figures.opposite),
  };
}

/** Over the present verdicts of the five counted criteria, or of one. */
export function citedFigures(items: readonly Judged[], ids: readonly CriterionId[] = COUNTED_CRITERIA) {
  const verdicts: CitedVerdict[] = [];
  for (const item of items) {
    for (const id of ids) {
      const result = resultOf(item.report, id);
      if (result?.verdict !== 'present') continue;
      const label = item.label.criteria[id];
      verdicts.push({ cited: result.evidence, labelled: label.level === 2 ? label.lines : [] });
    }
  }
  return evidenceFigures(verdicts);
}

export function coverage(items: readonly Judged[]): Coverage {
  let byRule = 0;
  let byDoubt = 0;
  let asked = 0;
  for (const item of items) {
    for (const id of COUNTED_CRITERIA) {
      asked += 1;
      const result = resultOf(item.report, id);
      if (result !== undefined && LEVEL_OF[result.verdict] !== null) continue;
      if (isByRule(item.report)) byRule += 1;
      else byDoubt += 1;
    }
  }
  return { assessed: 1 - (byRule + byDoubt) / asked, byRule: byRule / asked, byDoubt: byDoubt / asked };
}

/** Share of READMEs whose project type is the labelled one. */
/** Every answer of the model on the five counted criteria, for one of its two questions. */
export function chancesOf(items: readonly Judged[], question: 'atLeastThin' | 'present'): Chance[] {
  const least = question === 'present' ? 2 : 1;
  return items.flatMap(({ label, chances }) =>
    COUNTED_CRITERIA.flatMap(id => {
      const said = chances.get(id)?.[question];
      return said === undefined ? [] : [{ said, happened: label.criteria[id].level >= least }];
    }),
  );
}

export function typeAccuracy(items: readonly Judged[]): number {
  const right = items.filter(item => item.report.projectType.id === item.label.projectType);
  return right.length / items.length;
}

export function flagFigures(items: readonly Judged[], flag: 'toyDataset' | 'template') {
  return detect(items.map(item => ({ there: item.label[flag], found: item.report.flags[flag] })));
}

/** Rows labelled, columns judged, by level. */
export function confusion(items: readonly Judged[], id: CriterionId): number[][] {
  const counts = [0, 1, 2].map(() => [0, 0, 0]);
  for (const pair of judgedPairs(items, id)) {
    const row = counts[pair.labelled];
    if (row !== undefined) row[pair.judged] = (row[pair.judged] ?? 0) + 1;
  }
  return counts;
}

function judgedPairs(items: readonly Judged[], id: CriterionId): Pair[] {
  const pairs: Pair[] = [];
  for (const item of items) {
    const result = resultOf(item.report, id);
    const judged = result === undefined ? null : LEVEL_OF[result.verdict];
    if (judged !== null) pairs.push({ labelled: item.label.criteria[id].level, judged });
  }
  return pairs;
}

function resultOf(report: Report, id: string): CriterionResult | undefined {
  return report.criteria.find(criterion => criterion.id === id);
}

/** A rule leaves the whole README alone; doubt is about one criterion. */
function isByRule({ criteria }: Report): boolean {
  return criteria.every(({ verdict }) => verdict === 'not-assessed');
}

function meanOf(values: readonly number[]): number {
  const known = values.filter(value => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
