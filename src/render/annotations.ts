import type { CriterionResult, Report } from '../review/report.ts';
import { isDocumented } from '../review/report.ts';
import { clip, neutralise } from './plain-text.ts';
import { mainRemark } from './remarks.ts';
import { emptyNote } from './standing.ts';

/** GitHub, rest/checks/runs: annotations in one request. */
export const MAX_ANNOTATIONS = 50;
/** GitHub, rest/checks/runs: characters of an annotation's title. */
export const MAX_ANNOTATION_TITLE = 255;
/** GitHub, rest/checks/runs: 64 KB of an annotation's message. */
export const MAX_ANNOTATION_BYTES = 64 * 1024;
/** Code points kept of each of a message's three parts, four bytes each at most. */
const MAX_PART = Math.floor(MAX_ANNOTATION_BYTES / 4 / 3) - 1;

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning';
  readonly title: string;
  readonly message: string;
}

export interface Annotations {
  readonly shown: readonly Annotation[];
  readonly leftOut: number;
}

/** `warning` where something is missing, `notice` where it is thin, nothing on what does not count: ranked, at most fifty. */
export function annotate(reports: readonly Report[]): Annotations {
  const ranked = reports
    .flatMap(report => report.criteria.flatMap(criterion => annotationFor(report, criterion)))
    .sort((a, b) => a.rank - b.rank)
    .map(({ annotation }) => annotation);
  return { shown: ranked.slice(0, MAX_ANNOTATIONS), leftOut: Math.max(0, ranked.length - MAX_ANNOTATIONS) };
}

/** None where there is nothing to add, or no line to say it beside. */
function annotationFor(
  report: Report,
  criterion: CriterionResult,
): { rank: number; annotation: Annotation }[] {
  if (report.projectType.id === 'other' || emptyNote(report) !== undefined) return [];
  if (!criterion.counted || isDocumented(criterion)) return [];
  if (criterion.verdict !== 'missing' && criterion.verdict !== 'thin') return [];
  const remark = mainRemark(criterion);
  const place = remark?.place ?? criterion.evidence[0];
  if (remark === undefined || place === undefined) return [];
  const step = report.nextSteps.findIndex(({ criterion: id }) => id === criterion.id);
  const level = criterion.verdict === 'missing' ? 'warning' : 'notice';
  const parts = [remark.text, remark.question ?? '', lookedFor(remark.lookedFor)];
  const annotation: Annotation = {
    path: report.readme.path,
    startLine: place.startLine,
    endLine: place.endLine,
    level,
    title: clip(neutralise(`${criterion.title}: ${criterion.verdict}`), MAX_ANNOTATION_TITLE),
    message: messageOf(parts),
  };
  const rank = (level === 'warning' ? 0 : 100) + (step < 0 ? 10 : step);
  return [{ rank, annotation }];
}

function lookedFor(what: readonly string[] | undefined): string {
  return what === undefined || what.length === 0 ? '' : `Looked for: ${what.join('; ')}.`;
}

/** GitHub shows an annotation as plain text, with its line breaks. */
function messageOf(parts: readonly string[]): string {
  const shown = parts.filter(part => part !== '').map(part => clip(neutralise(part), MAX_PART));
  return shown.join('\n');
}
