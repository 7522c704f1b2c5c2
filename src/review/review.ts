import type { RepositoryFacts } from '../facts/repository-facts.ts';
import type { Outline } from '../readme/outline.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { detectType } from './detect-type.ts';
import { findFlags } from './find-flags.ts';
import { judge } from './judge.ts';
import { consult } from './model/consult.ts';
import type { TrainedModel } from './model/decode-model.ts';
import { nextSteps } from './next-steps.ts';
import { notAssessed, unknownLanguage } from './not-assessed.ts';
import { notesOnType } from './notes-on-type.ts';
import { observe } from './observe.ts';
import { countLinkedProjects } from './portfolio.ts';
import { readingFor } from './reading.ts';
import { type Finding, REPORT_SCHEMA_VERSION, type Report } from './report.ts';
import { readSlots } from './slots.ts';
import { toolsNear } from './tools-near.ts';

export interface ReviewInput {
  readonly outline: Outline;
  readonly facts: RepositoryFacts;
  readonly rubric: Rubric;
  readonly readme: { readonly path: string; readonly sha: string };
  readonly engineVersion: string;
  /** Trained weights; without them signals alone judge. */
  readonly model?: TrainedModel;
  /** Where the author or the configuration names it; it wins over what would be detected. */
  readonly declaredType?: string;
  /** Remarks on the README as a whole that were made before it was judged. */
  readonly notes?: readonly Finding[];
}

/** Judges one README: observe every block, judge each criterion by them, rank what is worth doing next. */
export function review(input: ReviewInput): Report {
  const { outline, facts, rubric, engineVersion, notes = [] } = input;
  const readme = { ...input.readme, language: outline.language.code };
  const reading = readingFor(rubric, readme.language);
  if (reading === null) {
    const report = notAssessed({
      readme,
      rubric,
      engineVersion,
      ...unknownLanguage(rubric, readme.language),
    });
    return { ...report, notes: [...notes, ...report.notes] };
  }
  const observation = observe(outline, reading);
  const { blocks } = observation;
  const projectType = detectType({
    blocks,
    facts,
    rubric,
    reading,
    readmePath: readme.path,
    linkedProjects: countLinkedProjects(outline),
    declaredType: input.declaredType,
  });
  const { model, opinions } = consult(input.model, { language: reading.language, outline, observation });
  const slots = readSlots(blocks, toolsNear(facts, readme.path), rubric);
  const results = rubric.criteria.map(criterion =>
    judge({ criterion, outline, observation, slots, opinion: opinions.get(criterion.id) }),
  );
  const typeNotes = notesOnType(projectType.id, { outline, blocks, rubric });
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    engineVersion,
    model,
    rubric: { id: rubric.id, version: rubric.version, digest: rubric.digest },
    readme,
    projectType,
    flags: findFlags(blocks, reading),
    criteria: typeNotes === null ? results : results.map(result => ({ ...result, findings: [] })),
    nextSteps: typeNotes === null ? nextSteps(rubric, results) : [],
    notes: [...notes, ...(typeNotes ?? [])],
  };
}
