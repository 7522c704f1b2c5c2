/** Labelled READMEs with reports, built by hand: each criterion as [labelled level, verdict]. */
import type { Judged } from '../../scripts/accuracy/scorecard.ts';
import { CRITERIA, type CriterionId, type Label, type Level } from '../../scripts/corpus/labels.ts';
import type { CriterionResult, Report, Verdict } from '../../src/review/report.ts';

const LINES = { startLine: 3, endLine: 4 };

/** Criteria that are not named are labelled and judged missing. */
export function judged(
  criteria: Partial<Record<CriterionId, [Level, Verdict]>>,
  chances: Judged['chances'] = new Map(),
): Judged {
  const labels: Partial<Label['criteria']> = {};
  const results: CriterionResult[] = [];
  for (const id of CRITERIA) {
    const [level, verdict] = criteria[id] ?? [0, 'missing'];
    labels[id] = { level, lines: level === 0 ? [] : [[LINES.startLine, LINES.endLine]] };
    results.push({
      id,
      title: id,
      counted: id !== 'learned',
      verdict,
      evidence: verdict === 'present' ? [{ ...LINES, quote: 'words', signals: [] }] : [],
      findings: [],
    });
  }
  return { label: labelOf(labels as Label['criteria']), report: reportOf(results), chances };
}

function labelOf(criteria: Label['criteria']): Label {
  return {
    readme: 'repos/learner__project/README.md',
    repo: 'learner/project',
    projectType: 'ml-pipeline',
    language: 'en',
    toyDataset: false,
    template: false,
    criteria,
  };
}

function reportOf(criteria: readonly CriterionResult[]): Report {
  return {
    schemaVersion: 1,
    engineVersion: '0.1.0',
    model: { version: 'none', digest: '' },
    rubric: { id: 'base', version: '1.0.0', digest: '' },
    readme: { path: 'README.md', sha: '0'.repeat(40), language: 'en' },
    projectType: { id: 'ml-pipeline', declared: false, evidence: [] },
    flags: { toyDataset: false, template: false },
    criteria,
    nextSteps: [],
    notes: [],
  };
}
