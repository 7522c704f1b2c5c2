/** The shape of a stored `Report`. What newer versions add is kept; what is missing or of another kind is refused. */
import { z } from 'zod';
import { REPORT_SCHEMA_VERSION, type Report } from '../review/report.ts';

const Line = z.int().positive();
const LineRange = z.looseObject({ startLine: Line, endLine: Line });

const Finding = z.looseObject({
  kind: z.enum(['essential', 'actionable', 'informative', 'celebratory']),
  code: z.string(),
  text: z.string(),
  question: z.string().exactOptional(),
  place: LineRange.exactOptional(),
  lookedFor: z.array(z.string()).exactOptional(),
});

const CriterionResult = z.looseObject({
  id: z.string(),
  title: z.string(),
  counted: z.boolean(),
  verdict: z.enum(['missing', 'thin', 'present', 'not-assessed']),
  evidence: z.array(
    z.looseObject({ startLine: Line, endLine: Line, quote: z.string(), signals: z.array(z.string()) }),
  ),
  findings: z.array(Finding),
  accepted: z
    .looseObject({ reason: z.string(), source: z.enum(['comment', 'readme', 'config']) })
    .exactOptional(),
});

const NextStep = z.looseObject({
  criterion: z.string(),
  text: z.string(),
  place: LineRange.exactOptional(),
  gain: z.number(),
});

const StoredReport: z.ZodType<Report> = z.looseObject({
  schemaVersion: z.literal(REPORT_SCHEMA_VERSION),
  engineVersion: z.string(),
  model: z.looseObject({ version: z.string(), digest: z.string() }),
  rubric: z.looseObject({ id: z.string(), version: z.string(), digest: z.string() }),
  readme: z.looseObject({ path: z.string(), sha: z.string(), language: z.string() }),
  projectType: z.looseObject({
    id: z.string(),
    declared: z.boolean(),
    evidence: z.array(z.looseObject({ text: z.string(), path: z.string() })),
  }),
  flags: z.looseObject({ toyDataset: z.boolean(), template: z.boolean() }),
  criteria: z.array(CriterionResult),
  nextSteps: z.array(NextStep),
  notes: z.array(Finding),
  projects: z.array(z.string()).exactOptional(),
});

export const StoredReports = z.array(StoredReport);
