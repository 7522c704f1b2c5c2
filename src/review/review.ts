import type { RepositoryFacts } from '../facts/repository-facts.ts';
import type { Outline } from '../readme/outline.ts';
import { type Rubrics, rubricFor } from '../rubric/rubrics.ts';
import { askAbout } from './ask.ts';
import { detectType } from './detect-type.ts';
import { findFlags } from './find-flags.ts';
import { judge } from './judge.ts';
import { consult } from './model/consult.ts';
import type { TrainedModel } from './model/decode-model.ts';
import { nextSteps } from './next-steps.ts';
import { notAssessed, unknownLanguage } from './not-assessed.ts';
import { notesOnType } from './notes-on-type.ts';
import { placeBlocks } from './observe.ts';
import { countLinkedProjects } from './portfolio.ts';
import { readBlocks } from './read-blocks.ts';
import { readingFor, readingForAny } from './reading.ts';
import { type Finding, REPORT_SCHEMA_VERSION, type Report } from './report.ts';
import { scoreCriteria } from './score-criterion.ts';
import { readSlots } from './slots/slots.ts';
import { toolsNear } from './tools-near.ts';

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
  /** Remarks on the README as a whole that were made before it was judged. */
  readonly notes?: readonly Finding[];
}

/** Judges one README: read every block, find the project's type, judge each criterion of its rubric, rank what is next. */
export function review(input: ReviewInput): Report {
  const { outline, facts, rubrics, engineVersion, notes = [] } = input;
  const readme = { ...input.readme, language: outline.language.code };
  const reading = readingForAny(rubrics, readme.language);
  if (reading === null) {
    const why = unknownLanguage(rubrics.base, readme.language);
    const report = notAssessed({ readme, rubric: rubrics.base, engineVersion, ...why });
    return { ...report, notes: [...notes, ...report.notes] };
  }
  const read = readBlocks(outline, reading);
  const projectType = detectType({
    blocks: read,
    facts,
    rubric: rubrics.base,
    reading,
    readmePath: readme.path,
    linkedProjects: countLinkedProjects(outline),
    declaredType: input.declaredType,
  });
  const rubric = rubricFor(rubrics, projectType.id);
  const observation = placeBlocks(read, outline, readingFor(rubric, readme.language) ?? reading);
  const { blocks } = observation;
  const scores = scoreCriteria(rubric.criteria, blocks);
  const { model, opinions } = consult(input.model, reading.language, { outline, observation, scores });
  const near = toolsNear(facts, readme.path);
  const flags = findFlags(blocks, reading);
  const slots = readSlots({ blocks, near, rubric, readmePath: readme.path, isTemplate: flags.template });
  const ask = askAbout(slots);
  const results = [...scores].map(([id, score]) =>
    judge({ score, outline, observation, ask, opinion: opinions.get(id), flags }),
  );
  const typeNotes = notesOnType(projectType.id, { outline, blocks, rubric });
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    engineVersion,
    model,
    rubric: { id: rubric.id, version: rubric.version, digest: rubric.digest },
    readme,
    projectType,
    flags,
    criteria: typeNotes === null ? results : results.map(result => ({ ...result, findings: [] })),
    nextSteps: typeNotes === null ? nextSteps(rubric, results) : [],
    notes: [...notes, ...(typeNotes ?? [])],
  };
}
