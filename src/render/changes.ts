/** Which changes of a comparison there is something to say about. */
import type { CriterionChange, Delta, ReadmeDelta } from '../review/delta.ts';
import type { Report } from '../review/report.ts';
import { isJudgedByCriteria, standingOf } from './standing.ts';

/** How that README compares; null where there is nothing to compare it with. */
export function readmeDelta(delta: Delta | null, { readme }: Report): ReadmeDelta | null {
  return delta?.readmes.find(({ path, kind }) => path === readme.path && kind !== 'removed') ?? null;
}

/** Changes of criteria that the README is judged by now: none of an index, of another kind of project, of nothing. */
export function changesOf(delta: Delta | null, report: Report): readonly CriterionChange[] {
  return isJudgedByCriteria(standingOf(report)) ? (readmeDelta(delta, report)?.changes ?? []) : [];
}

export function isNew(delta: Delta | null, report: Report): boolean {
  return readmeDelta(delta, report)?.kind === 'added';
}

/** Paths of the READMEs that are no longer there, or no longer reviewed where the settings or an index name others. */
export function removedPaths(delta: Delta | null): readonly string[] {
  return (delta?.readmes ?? []).flatMap(({ path, kind }) => (kind === 'removed' ? [path] : []));
}
