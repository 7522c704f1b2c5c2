/** What an index of projects is judged by: not the criteria, but whether it links each project with problem and outcome. */
import type { Finding, Report } from '../review/report.ts';

const INDEX_TYPE = 'portfolio-index';

/** How the titles of its remarks go on after `next: `, by the engine's codes for what an index may still say. */
const SHORT_STEPS: ReadonlyMap<string, string> = new Map([
  ['portfolio-no-links', 'link each project to its folder or repository'],
  ['portfolio-problem', 'say in a line what each project is for'],
  ['portfolio-outcome', 'say in a line what came of each project'],
]);

export function isIndex({ projectType }: Report): boolean {
  return projectType.id === INDEX_TYPE;
}

/** What the index may still say, in the engine's order; empty where every entry says its problem and outcome. */
export function indexRemarks({ notes }: Report): readonly Finding[] {
  return notes.filter(({ kind, code }) => kind === 'actionable' && code.startsWith('portfolio-'));
}

/** The first of them in a few words; null where there is none. */
export function shortIndexStep(report: Report): string | null {
  const [first] = indexRemarks(report);
  return first === undefined ? null : (SHORT_STEPS.get(first.code) ?? first.text);
}
