/** Where a README stands as a whole: the counting that titles, conclusions and exit codes share. */
import type { CriterionResult, Finding, Report } from '../review/report.ts';
import { isDocumented } from '../review/report.ts';

/**
 * `documented`: every counted criterion is. `open`: something is missing, thin or could not be told.
 * `not-assessed`: nothing could be told. `other`: not a kind of project the rubric speaks of. `empty`: no words yet.
 */
export type StandingKind = 'documented' | 'open' | 'empty' | 'not-assessed' | 'other';

/** The engine's note on a README without words. */
const EMPTY_CODE = 'readme-empty';

export interface Standing {
  readonly report: Report;
  readonly kind: StandingKind;
  readonly documented: number;
  readonly notAssessed: number;
  /** Criteria that count: five in the built-in rubric. */
  readonly counted: number;
}

export function countedCriteria(report: Report): readonly CriterionResult[] {
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
  const counts = { report, documented, notAssessed, counted: criteria.length };
  if (emptyNote(report) !== undefined) return { ...counts, kind: 'empty' };
  if (notAssessed === criteria.length) return { ...counts, kind: 'not-assessed' };
  if (report.projectType.id === 'other') return { ...counts, kind: 'other' };
  return { ...counts, kind: documented === criteria.length ? 'documented' : 'open' };
}

const RANK: Readonly<Record<StandingKind, number>> = {
  open: 0,
  empty: 0,
  'not-assessed': 1,
  other: 2,
  documented: 3,
};

/** What is said of a README without words, and nothing else is. */
export function emptyNote(report: Report): Finding | undefined {
  return report.notes.find(({ code }) => code === EMPTY_CODE);
}

/** What most needs a look first; the given order decides between equals. */
export function lowestFirst(reports: readonly Report[]): readonly Standing[] {
  return reports
    .map(standingOf)
    .sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.documented * b.counted - b.documented * a.counted);
}

/** The criteria that `enforce` does not let pass: counted, missing, and not accepted by the author. */
export function enforceable(report: Report): readonly CriterionResult[] {
  if (report.projectType.id === 'other') return [];
  return countedCriteria(report).filter(c => c.verdict === 'missing' && !isDocumented(c));
}
