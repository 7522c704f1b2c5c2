import type { CheckAnnotation, CheckRun } from '../../src/ports.ts';

/** A check run as the workflow would send it. */
export function exampleCheckRun(overrides: Partial<CheckRun> & Pick<CheckRun, 'headSha'>): CheckRun {
  return {
    name: 'Showwork',
    externalId: 'showwork/1/example',
    conclusion: 'neutral',
    title: '4 of 5 documented · next: say what did not work',
    summary: 'The problem, the approach, the decisions and the outcome are there.',
    annotations: [exampleAnnotation(1)],
    actions: [{ label: 'Re-review', description: 'Review this commit again', identifier: 're-review' }],
    ...overrides,
  };
}

export function exampleAnnotation(line: number, overrides: Partial<CheckAnnotation> = {}): CheckAnnotation {
  return {
    path: 'README.md',
    startLine: line,
    endLine: line + 1,
    level: 'warning',
    title: 'What did not work is missing',
    message: 'Nothing here says what you tried and dropped.',
    ...overrides,
  };
}
