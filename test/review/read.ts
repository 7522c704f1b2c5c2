import { readFacts } from '../../src/facts/read-facts.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import type { CriterionResult, Report } from '../../src/review/report.ts';
import { review } from '../../src/review/review.ts';
import { baseRubric } from './base-rubric.ts';

/** English alone, so that a test of a language without a lexicon stays one when lexicons are added. */
const base = baseRubric(['en']);

interface Given {
  readonly requirements?: string;
  readonly declaredType?: string;
  readonly readmePath?: string;
}

/** Judges a README given as text, with the base rubric that ships. */
export function judgeText(
  text: string,
  { requirements, declaredType, readmePath = 'README.md' }: Given = {},
): Report {
  const manifests = requirements === undefined ? [] : [{ path: 'requirements.txt', text: requirements }];
  return review({
    outline: readOutline(text),
    facts: readFacts({ name: 'ada/tenancy', paths: ['README.md'], pathsTruncated: false, manifests }),
    rubrics: { base, types: [] },
    readme: { path: readmePath, sha: 'b'.repeat(40) },
    engineVersion: '0.0.0',
    ...(declaredType === undefined ? {} : { declaredType }),
  });
}

export function criterionOf(report: Report, id: string): CriterionResult {
  const found = report.criteria.find(criterion => criterion.id === id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
}

export function verdictsOf(report: Report): Record<string, string> {
  return Object.fromEntries(report.criteria.map(({ id, verdict }) => [id, verdict]));
}
