/** What an organisation or a repository changes about the rubrics: it adds and rewords, and takes nothing away. */
import { z } from 'zod';
import { BriefCriterion } from './brief-criterion.ts';
import { Criterion, Id } from './rubric.ts';
import { MAX_ADDED_CRITERIA, MoreQuestions } from './rubric-layer.ts';

/** Sentences in place of the rubric's own, for a criterion that is already there. */
const Rewording = Criterion.shape.wording.pick({ missing: true, thin: true }).partial();

export const RubricChanges = z.strictObject({
  criteria: z
    .array(BriefCriterion)
    .max(MAX_ADDED_CRITERIA)
    .default([])
    .describe('Further criteria of every project type. Each needs `id`, `title` and `question`.'),
  headings: z
    .record(Id, Criterion.shape.headings)
    .default({})
    .describe('Further names of a section, by the id of the criterion it is on, per language.'),
  wording: z
    .record(Id, Rewording)
    .default({})
    .describe('Sentences in place of the rubric’s own, where a criterion is missing or thin.'),
  questions: z
    .record(Id, MoreQuestions)
    .default({})
    .describe(
      'Further questions where a criterion is missing or thin, asked before those that fit any project.',
    ),
});
export type RubricChanges = z.infer<typeof RubricChanges>;

export const NO_CHANGES: RubricChanges = { criteria: [], headings: {}, wording: {}, questions: {} };
