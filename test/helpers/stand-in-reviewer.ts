import { readComment } from '../../src/commands/read-comment.ts';
import type { ShowworkError } from '../../src/errors.ts';
import type { Reviewer, ReviewRequest } from '../../src/ports.ts';
import { exampleReport } from './example-reports.ts';

/** A reviewer that says the same of every README, and keeps what it was asked. */
export interface StandInReviewer extends Reviewer {
  identity: string;
  readonly requests: readonly ReviewRequest[];
  failNext(error: ShowworkError): void;
}

export function createStandInReviewer(): StandInReviewer {
  const requests: ReviewRequest[] = [];
  const failures: ShowworkError[] = [];
  return {
    identity: 'engine 1, no model, rubric 1',
    requests,
    failNext: error => void failures.push(error),
    async review(request) {
      requests.push(request);
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      const { path, sha } = request.readme;
      return exampleReport({ engineVersion: this.identity, readme: { path, sha, language: 'en' } });
    },
    async readComment(text) {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      return readComment(text);
    },
    close: async () => {},
  };
}
