/** Where a README stands as a whole: the counting that titles, conclusions and exit codes share. */
import type { CriterionResult, Finding, Report } from '../review/report.ts';
import { isDocumented } from '../review/report.ts';
import { indexRemarks, isIndex } from './portfolio-index.ts';

/**
 * `documented`: every counted criterion is, or every entry of an index. `open`: something is missing, thin or could not be told.
 * `not-assessed`: nothing could be told. `other`: not a kind of project the rubric speaks of. `empty`: no words yet.
 */
export type StandingKind = 'documented' | 'open' | 'empty' | 'not-assessed' | 'other';

/** The engine's note on a README without words. */
const EMPTY_CODE = 'readme-empty';

export interface Standing {
  readonly report: Report;
  readonly kind: StandingKind;
  /** What it is measured by. An index of projects has no criteria that count: the three numbers are 0. */
  readonly yardstick: 'criteria' | 'entries';
  readonly documented: number;
  readonly notAssessed: number;
  /** Criteria that count: five in the built-in rubric. */
  readonly counted: number;
}

/** What counts in titles; none of an index of projects, which is judged by its entries. */
export function countedCriteria(report: Report): readonly CriterionResult[] {
  if (isIndex(report)) return [];
  return report.criteria.filter(criterion => criterion.counted);
}

/** What is reported and counts in no title: what was learned, and what a project type is read for. */
export function uncountedCriteria(report: Report): readonly CriterionResult[] {
  return report.criteria.filter(criterion => !criterion.counted);
}

export function standingOf(report: Report): Standing {
  const criteria = countedCriteria(report);
  const documented = criteria.filter(isDocumented).length;
  const notAssessed = criteria.filter(c => c.verdict === 'not-assessed' && !isDocumented(c)).length;
  const yardstick = isIndex(report) ? 'entries' : 'criteria';
  const counts = { report, yardstick, documented, notAssessed, counted: criteria.length } as const;
  if (emptyNote(report) !== undefined) return { ...counts, kind: 'empty' };
  if (isIndex(report)) return { ...counts, kind: indexRemarks(report).length === 0 ? 'documented' : 'open' };
  if (notAssessed === criteria.length) return { ...counts, kind: 'not-assessed' };
  if (report.projectType.id === 'other') return { ...counts, kind: 'other' };
  return { ...counts, kind: documented === criteria.length ? 'documented' : 'open' };
}

/** Whether its criteria were judged and are what it is judged by. */
export function isJudgedByCriteria({ kind, yardstick }: Standing): boolean {
  return yardstick === 'criteria' && (kind === 'open' || kind === 'documented');
}

const RANK: Readonly<Record<StandingKind, number>> = {
  open: 0,
  empty: 0,
  'not-assessed': 1,
  other: 2,
  documented: 4,
};
/** An index comes after the projects it speaks of, and before what is documented. */
const INDEX_RANK = 3;

function rankOf({ kind, yardstick }: Standing): number {
  return kind === 'open' && yardstick === 'entries' ? INDEX_RANK : RANK[kind];
}

/** What is said of a README without words, and nothing else is. */
export function emptyNote(report: Report): Finding | undefined {
  return report.notes.find(({ code }) => code === EMPTY_CODE);
}

/** What most needs a look first; the given order decides between equals. */
export function lowestFirst(reports: readonly Report[]): readonly Standing[] {
  return reports
    .map(standingOf)
    .sort((a, b) => rankOf(a) - rankOf(b) || a.documented * b.counted - b.documented * a.counted);
}

/** The criteria that `enforce` does not let pass: counted, missing, and not accepted by the author. */
export function enforceable(report: Report): readonly CriterionResult[] {
  if (report.projectType.id === 'other') return [];
  return countedCriteria(report).filter(c => c.verdict === 'missing' && !isDocumented(c));
}
