import { readComment } from '../../src/commands/read-comment.ts';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import type { ShowworkError } from '../../src/errors.ts';
import type { Reviewer, ReviewRequest } from '../../src/ports.ts';
import { accept } from '../../src/review/accept.ts';
import type { Report } from '../../src/review/report.ts';
import { rubricFor } from '../../src/rubric/rubrics.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { exampleReport } from './example-reports.ts';

/**
 * A reviewer that says the same of every README, but for what its author accepts and declares, and keeps what it was
 * asked. Settings and comments it really reads.
 */
export interface StandInReviewer extends Reviewer {
  identity: string;
  readonly requests: readonly ReviewRequest[];
  /** The next review, explanation or comment fails; settings never do. */
  failNext(error: ShowworkError): void;
}

const RUBRICS = readBuiltinRubrics();

export function createStandInReviewer(): StandInReviewer {
  const requests: ReviewRequest[] = [];
  const failures: ShowworkError[] = [];
  const fail = (): void => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  };
  return {
    identity: 'engine 1, no model, rubric 1',
    projectTypes: RUBRICS.base.projectTypes.map(({ id, title }) => ({ id, title })),
    requests,
    failNext: error => void failures.push(error),
    async review(request) {
      requests.push(request);
      fail();
      return standInReport(request, this.identity);
    },
    async explain(_request, criterion) {
      fail();
      const { projectType } = exampleReport();
      const found = rubricFor(RUBRICS, projectType.id).criteria.find(({ id }) => id === criterion);
      if (found === undefined) return null;
      const { id, title, question, whyItMatters, examples, lookedFor } = found;
      const considered = [{ startLine: 3, endLine: 5 }];
      return { id, title, question, whyItMatters, ...examples, lookedFor, considered };
    },
    async readSettings(request) {
      return readSettings(request, RUBRICS);
    },
    async readComment(text) {
      fail();
      return readComment(text);
    },
    close: async () => {},
  };
}

function standInReport(
  { readme: { path, sha }, accepted = [], declaredType }: ReviewRequest,
  identity: string,
): Report {
  const { criteria, nextSteps, projectType } = exampleReport();
  const heard = accept(criteria, { inReadme: [], elsewhere: accepted });
  const settled = heard.filter(each => each.accepted !== undefined).map(({ id }) => id);
  return exampleReport({
    engineVersion: identity,
    readme: { path, sha, language: 'en' },
    projectType:
      declaredType === undefined ? projectType : { id: declaredType, declared: true, evidence: [] },
    criteria: heard,
    nextSteps: nextSteps.filter(({ criterion }) => !settled.includes(criterion)),
  });
}
