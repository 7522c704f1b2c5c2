import type { Rubric } from '../rubric/rubric.ts';
import { modelStamp, type TrainedModel } from './model/decode-model.ts';
import { REPORT_SCHEMA_VERSION, type Report } from './report.ts';

interface NotAssessedInput {
  readonly readme: { readonly path: string; readonly sha: string; readonly language?: string };
  readonly rubric: Rubric;
  readonly engineVersion: string;
  readonly model: TrainedModel | undefined;
  /** Stable name of the reason, such as `format-not-markdown`. */
  readonly code: string;
  /** The reason, for the learner. */
  readonly text: string;
}

/** A report that judges nothing and says why. */
export function notAssessed(input: NotAssessedInput): Report {
  const { readme, rubric, engineVersion, model, code, text } = input;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    engineVersion,
    model: modelStamp(model),
    rubric: { id: rubric.id, version: rubric.version, digest: rubric.digest },
    readme: { path: readme.path, sha: readme.sha, language: readme.language ?? 'und' },
    projectType: { id: 'other', declared: false, evidence: [] },
    flags: { toyDataset: false, template: false },
    criteria: rubric.criteria.map(({ id, title, counted }) => ({
      id,
      title,
      counted,
      verdict: 'not-assessed',
      evidence: [],
      findings: [],
    })),
    nextSteps: [],
    notes: [{ kind: 'informative', code, text }],
  };
}

/** Why a README in a language without a lexicon is left alone. */
export function unknownLanguage(rubric: Rubric, language: string): { code: string; text: string } {
  const known = rubric.lexicons.map(lexicon => lexicon.language).join(', ');
  return {
    code: 'language-without-lexicon',
    text: `This README seems to be written in a language (${language}) that Showwork does not read yet. It reads ${known}. Nothing was judged, and nothing is wrong with your README.`,
  };
}
