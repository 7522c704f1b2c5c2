import type { RepositoryFacts } from '../facts/repository-facts.ts';
import type { Outline } from '../readme/outline.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { type Rubrics, rubricFor } from '../rubric/rubrics.ts';
import type { SaidElsewhere } from './accept.ts';
import { findFlags } from './find-flags.ts';
import { consult, type Opinions } from './model/consult.ts';
import type { TrainedModel } from './model/decode-model.ts';
import { type Observation, placeBlocks } from './observe.ts';
import { detectType, OTHER_TYPE } from './project-type/detect-type.ts';
import { readBlocks } from './read-blocks.ts';
import { FALLBACK_LANGUAGE, readingFor, readingForAny } from './reading.ts';
import type { Finding, Report } from './report.ts';
import { type CriterionScore, scoreCriteria } from './score-criterion.ts';

export interface ReviewInput {
  readonly outline: Outline;
  readonly facts: RepositoryFacts;
  readonly rubrics: Rubrics;
  readonly readme: { readonly path: string; readonly sha: string };
  readonly engineVersion: string;
  /** Trained weights; without them signals alone judge. */
  readonly model?: TrainedModel;
  /** Where the author or the configuration names it; it wins over what would be detected. */
  readonly declaredType?: string;
  /** What the author accepts beside what stands in the README itself; the first of a criterion holds. */
  readonly accepted?: readonly SaidElsewhere[];
  /** Remarks on the README as a whole that were made before it was judged. */
  readonly notes?: readonly Finding[];
}

/** All that a verdict is made of, before any is given. */
export interface Examination extends Pick<Report, 'readme' | 'projectType' | 'flags'> {
  readonly outline: Outline;
  readonly rubric: Rubric;
  readonly observation: Observation;
  /** What the signals make of each criterion, by its id, in the order of the rubric. */
  readonly scores: ReadonlyMap<string, CriterionScore>;
  readonly opinions: Opinions;
}

/**
 * Reads every block, finds the project's type, and asks signals and model about each criterion of its rubric: what a
 * review and its explanation both stand on. Null where no lexicon knows the README's language.
 */
export function examine(input: ReviewInput): Examination | null {
  const { outline, facts, rubrics, declaredType } = input;
  const readme = { ...input.readme, language: outline.language };
  const reading = readingForAny(rubrics, readme.language);
  if (reading === null) return null;
  const read = readBlocks(outline, reading);
  const projectType = detectType({
    outline,
    blocks: read,
    facts,
    rubric: rubrics.base,
    reading,
    readmePath: readme.path,
    model: input.model,
    declaredType,
  });
  const rubric = rubricFor(rubrics, projectType.id);
  const observation = placeBlocks(read, outline, readingFor(rubric, readme.language) ?? reading);
  const scores = scoreCriteria(rubric.criteria, observation.blocks);
  const opinions = consult(input.model, reading.language, { outline, observation, scores });
  const flags = findFlags(observation.blocks, reading);
  return { readme, projectType, flags, outline, rubric, observation, scores, opinions };
}

/** The project type of a README in a language without a lexicon, by the words that all languages share. */
export function typeInAnyLanguage(input: ReviewInput): Report['projectType'] {
  const { outline, facts, rubrics, declaredType } = input;
  const reading = readingForAny(rubrics, FALLBACK_LANGUAGE);
  if (reading === null) return { id: OTHER_TYPE, declared: false, evidence: [] };
  return detectType({
    outline,
    blocks: readBlocks(outline, reading),
    facts,
    rubric: rubrics.base,
    reading,
    readmePath: input.readme.path,
    model: undefined,
    declaredType,
  });
}
