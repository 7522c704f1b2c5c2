/** Reports written by hand, so that what is said about them can be tested without an engine. */
import type { CriterionResult, Finding, Report } from '../../src/review/report.ts';

export const PLACE = {
  webUrl: 'https://github.example',
  owner: 'ada',
  name: 'tenancy-answers',
  headSha: '1f0c1d2e3f4a5b6c7d8e9f001122334455667788',
};

export function criterion(overrides: Partial<CriterionResult> = {}): CriterionResult {
  return {
    id: 'problem',
    title: 'The problem',
    counted: true,
    verdict: 'present',
    evidence: [
      {
        startLine: 3,
        endLine: 5,
        quote: 'Callers wait while a volunteer searches.',
        signals: ['names-a-need'],
      },
    ],
    findings: [],
    ...overrides,
  };
}

export function missing(
  finding: Partial<Finding> = {},
  overrides: Partial<CriterionResult> = {},
): CriterionResult {
  return criterion({
    id: 'failures',
    title: 'What did not work',
    verdict: 'missing',
    evidence: [],
    findings: [
      {
        kind: 'essential',
        code: 'failures-missing',
        text: 'Nothing here says what you tried and dropped.',
        question: 'You list `bm25` and `chroma`: which did you try first?',
        place: { startLine: 60, endLine: 60 },
        lookedFor: ['something tried and dropped', 'a limit with its cause'],
        ...finding,
      },
    ],
    ...overrides,
  });
}

export function thin(
  finding: Partial<Finding> = {},
  overrides: Partial<CriterionResult> = {},
): CriterionResult {
  return criterion({
    id: 'decisions',
    title: 'Decisions',
    verdict: 'thin',
    evidence: [
      { startLine: 20, endLine: 20, quote: 'FastAPI because it is fast', signals: ['gives-a-reason'] },
    ],
    findings: [
      {
        kind: 'actionable',
        code: 'decisions-thin',
        text: 'A reason from your own project would tell more.',
        place: { startLine: 20, endLine: 20 },
        ...finding,
      },
    ],
    ...overrides,
  });
}

export function notAssessed(text: string, overrides: Partial<CriterionResult> = {}): CriterionResult {
  const findings: Finding[] = [{ kind: 'informative', code: 'not-assessed', text }];
  return criterion({ verdict: 'not-assessed', evidence: [], findings, ...overrides });
}

/** Four of five documented, what did not work missing, what was learned thin and not counted. */
export function exampleReport(overrides: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    engineVersion: '0.1.0',
    model: { version: 'none', digest: '' },
    rubric: { id: 'llm-application', version: '1.0.0', digest: 'd'.repeat(64) },
    readme: { path: 'README.md', sha: 'a'.repeat(40), language: 'en' },
    projectType: {
      id: 'llm-application',
      declared: false,
      evidence: [{ text: '`chromadb` in requirements.txt', path: 'requirements.txt' }],
    },
    flags: { toyDataset: false, template: false },
    criteria: [
      criterion(),
      criterion({ id: 'approach', title: 'Approach' }),
      criterion({ id: 'decisions', title: 'Decisions' }),
      missing(),
      criterion({ id: 'outcome', title: 'Outcome' }),
      thin({}, { id: 'learned', title: 'What was learned', counted: false }),
    ],
    nextSteps: [
      {
        criterion: 'failures',
        text: 'Say what did not work: one attempt you dropped, and why.',
        place: { startLine: 60, endLine: 60 },
        gain: 2,
      },
    ],
    notes: [],
    ...overrides,
  };
}

/** All five documented. */
export function documentedReport(overrides: Partial<Report> = {}): Report {
  const { criteria } = exampleReport();
  const praise: Finding = {
    kind: 'celebratory',
    code: 'failures-praise',
    text: 'Thank you for saying what broke.',
  };
  return exampleReport({
    criteria: criteria.map(each =>
      each.id === 'failures' ? criterion({ id: each.id, title: each.title, findings: [praise] }) : each,
    ),
    nextSteps: [],
    ...overrides,
  });
}

/** An index of projects whose entries say all there is to say; its own criteria are as in `exampleReport`. */
export function indexReport(overrides: Partial<Report> = {}): Report {
  return exampleReport({
    readme: { path: 'index.md', sha: 'c'.repeat(40), language: 'en' },
    rubric: { id: 'base', version: '1.0.0', digest: 'e'.repeat(64) },
    projectType: {
      id: 'portfolio-index',
      declared: false,
      evidence: [{ text: '“projects” 3 times', path: 'index.md' }],
    },
    nextSteps: [],
    ...overrides,
  });
}

/** What an index is told where the outcome of a project is not said. */
export function outcomeUnsaid(overrides: Partial<Finding> = {}): Finding {
  return {
    kind: 'actionable',
    code: 'portfolio-outcome',
    text: 'Entries that say what came of the project: 1 of 2. Not yet: “Leaf Doctor”.',
    question: 'In one line each, what was the result?',
    place: { startLine: 7, endLine: 7 },
    ...overrides,
  };
}

/** A stranger's text everywhere where a README, its path or its repository can bring some. */
export function hostileReport(text: string, path = 'README.md'): Report {
  return exampleReport({
    readme: { path, sha: 'b'.repeat(40), language: 'en' },
    projectType: { id: 'ml-pipeline', declared: false, evidence: [{ text, path }] },
    criteria: [
      criterion({
        evidence: [{ startLine: 1, endLine: 2, quote: text, signals: [] }],
        findings: [{ kind: 'celebratory', code: 'praise', text }],
      }),
      missing({ text, question: text, lookedFor: [text] }, { accepted: { reason: text, source: 'readme' } }),
      missing({ text, question: text }, { title: text }),
    ],
    nextSteps: [{ criterion: 'failures', text, gain: 1 }],
    notes: [{ kind: 'informative', code: 'note', text, question: text }],
  });
}
