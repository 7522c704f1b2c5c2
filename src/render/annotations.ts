import type { CriterionResult, Finding, LineRange, Report } from '../review/report.ts';
import { isDocumented } from '../review/report.ts';
import type { Annotation } from './annotation.ts';
import { annotationMessage, annotationTitle } from './annotation.ts';
import type { ConfigurationView } from './configuration-view.ts';
import { indexRemarks } from './portfolio-index.ts';
import { mainRemark } from './remarks.ts';
import { annotateSettings } from './settings-annotations.ts';
import { standingOf } from './standing.ts';

/** Two requests' worth: GitHub takes 50 in one (docs: rest/checks/runs), and nobody reads more. */
export const MAX_ANNOTATIONS = 100;

const INDEX_TITLE = 'Portfolio index';

export interface Annotations {
  readonly shown: readonly Annotation[];
  readonly leftOut: number;
}

interface Ranked {
  readonly rank: number;
  readonly annotation: Annotation;
}

/**
 * `warning` where something is missing, `notice` where it is thin, nothing on what does not count: ranked, at most
 * `MAX_ANNOTATIONS`. What is wrong with the settings comes first.
 */
export function annotate(reports: readonly Report[], configuration?: ConfigurationView): Annotations {
  const settings = configuration === undefined ? [] : annotateSettings(configuration);
  const ranked = reports
    .flatMap(annotationsFor)
    .sort((a, b) => a.rank - b.rank)
    .map(({ annotation }) => annotation);
  const all = [...settings, ...ranked];
  return { shown: all.slice(0, MAX_ANNOTATIONS), leftOut: Math.max(0, all.length - MAX_ANNOTATIONS) };
}

function annotationsFor(report: Report): readonly Ranked[] {
  const { kind, yardstick } = standingOf(report);
  if (kind === 'other' || kind === 'empty') return [];
  if (yardstick === 'entries') return indexRemarks(report).flatMap(remark => indexAnnotation(report, remark));
  return report.criteria.flatMap(criterion => criterionAnnotation(report, criterion));
}

/** None where there is nothing to add, or no line to say it beside. */
function criterionAnnotation(report: Report, criterion: CriterionResult): readonly Ranked[] {
  if (!criterion.counted || isDocumented(criterion)) return [];
  if (criterion.verdict !== 'missing' && criterion.verdict !== 'thin') return [];
  const remark = mainRemark(criterion);
  const place = remark?.place ?? criterion.evidence[0];
  if (remark === undefined || place === undefined) return [];
  const step = report.nextSteps.findIndex(({ criterion: id }) => id === criterion.id);
  const level = criterion.verdict === 'missing' ? 'warning' : 'notice';
  const rank = (level === 'warning' ? 0 : 100) + (step < 0 ? 10 : step);
  return [
    { rank, annotation: beside(report, place, level, `${criterion.title}: ${criterion.verdict}`, remark) },
  ];
}

/** After what the projects themselves lack. */
function indexAnnotation(report: Report, remark: Finding): readonly Ranked[] {
  if (remark.place === undefined) return [];
  return [{ rank: 200, annotation: beside(report, remark.place, 'notice', INDEX_TITLE, remark) }];
}

function beside(
  { readme }: Report,
  { startLine, endLine }: LineRange,
  level: Annotation['level'],
  title: string,
  { text, question, lookedFor = [] }: Finding,
): Annotation {
  const looked = lookedFor.length === 0 ? '' : `Looked for: ${lookedFor.join('; ')}.`;
  const message = annotationMessage([text, question ?? '', looked]);
  return { path: readme.path, startLine, endLine, level, title: annotationTitle(title), message };
}
