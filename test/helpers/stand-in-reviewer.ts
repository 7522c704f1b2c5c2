import { readComment } from '../../src/commands/read-comment.ts';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import type { ShowworkError } from '../../src/errors.ts';
import type { Reviewer, ReviewRequest } from '../../src/ports.ts';
import { accept } from '../../src/review/accept.ts';
import type { CriterionResult, Report } from '../../src/review/report.ts';
import { rubricFor } from '../../src/rubric/rubrics.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { criterion, exampleReport, missing } from './example-reports.ts';

/**
 * A reviewer that believes what a README says of itself in lines of its own, and keeps what it was asked:
 *
 * - `Documented: problem, outcome` names the counted criteria that are present; the others are missing. Without such a
 *   line all but `failures` are, as in `exampleReport`.
 * - `Projects: a/README.md, b/README.md` makes it an index that links these.
 *
 * It hears what the author accepts and declares. Settings and comments it really reads.
 */
export interface StandInReviewer extends Reviewer {
  identity: string;
  /** What another rubric would have it believe of every README; null for what the README says. */
  believes: string | null;
  readonly requests: readonly ReviewRequest[];
  /** The next review, explanation or comment fails; settings never do. */
  failNext(error: ShowworkError): void;
}

/** The line that documents everything that counts. */
export const ALL_DOCUMENTED = 'Documented: problem, approach, decisions, failures, outcome';

const RUBRICS = readBuiltinRubrics();
const DOCUMENTED = /^documented:(.*)$/im;
const PROJECTS = /^projects:(.*)$/im;

export function createStandInReviewer(): StandInReviewer {
  const requests: ReviewRequest[] = [];
  const failures: ShowworkError[] = [];
  const fail = (): void => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  };
  return {
    identity: 'engine 1, no model, rubric 1',
    believes: null,
    projectTypes: RUBRICS.base.projectTypes.map(({ id, title }) => ({ id, title })),
    requests,
    failNext: error => void failures.push(error),
    async review(request) {
      requests.push(request);
      fail();
      return standInReport(request, this);
    },
    async explain(request, asked) {
      fail();
      if (typeof request.readme.content === 'string') return null;
      const { projectType } = exampleReport();
      const found = rubricFor(RUBRICS, projectType.id).criteria.find(({ id }) => id === asked);
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
  { readme: { path, sha, content }, accepted = [], declaredType }: ReviewRequest,
  { identity, believes }: Pick<StandInReviewer, 'identity' | 'believes'>,
): Report {
  const text = believes ?? (typeof content === 'string' ? '' : Buffer.from(content).toString('utf8'));
  const { projectType } = exampleReport();
  const criteria = accept(judged(text), { inReadme: [], elsewhere: accepted });
  const projects = listed(PROJECTS, text);
  const type = declaredType ?? (projects === null ? null : 'portfolio-index');
  return exampleReport({
    engineVersion: identity,
    readme: { path, sha, language: 'en' },
    projectType:
      type === null ? projectType : { id: type, declared: declaredType !== undefined, evidence: [] },
    criteria,
    nextSteps: nextSteps(criteria),
    ...(projects !== null && { projects }),
  });
}

function judged(text: string): readonly CriterionResult[] {
  const { criteria } = exampleReport();
  const documented = listed(DOCUMENTED, text);
  if (documented === null) return criteria;
  return criteria.map(each => {
    const { id, title, counted } = each;
    if (!counted) return each;
    return documented.includes(id) ? criterion({ id, title }) : missing({}, { id, title });
  });
}

/** One for the first criterion that is open. */
function nextSteps(criteria: readonly CriterionResult[]): Report['nextSteps'] {
  const open = criteria.find(
    ({ counted, verdict, accepted }) => counted && verdict === 'missing' && accepted === undefined,
  );
  return exampleReport().nextSteps.flatMap(step =>
    open === undefined ? [] : [{ ...step, criterion: open.id }],
  );
}

function listed(line: RegExp, text: string): readonly string[] | null {
  const found = line.exec(text)?.[1];
  return found === undefined ? null : found.split(',').map(each => each.trim());
}
