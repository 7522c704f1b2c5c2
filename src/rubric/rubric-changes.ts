/** What an organisation or a repository changes about the rubrics: it adds and rewords, and takes nothing away. */
import { z } from 'zod';
import { BriefCriterion } from './brief-criterion.ts';
import { Criterion, Id } from './rubric.ts';
import { MoreQuestions } from './rubric-layer.ts';

/** As many as a file on top of a rubric may add. */
export const MAX_ADDED_CRITERIA = 20;

/** Sentences in place of the rubric's own, for a criterion that is already there. */
const Rewording = Criterion.shape.wording.pick({ missing: true, thin: true }).partial();

export const RubricChanges = z.strictObject({
  /** Further criteria of every project type. */
  criteria: z.array(BriefCriterion).max(MAX_ADDED_CRITERIA).default([]),
  /** By the id of a criterion that is already there. */
  headings: z.record(Id, Criterion.shape.headings).default({}),
  wording: z.record(Id, Rewording).default({}),
  questions: z.record(Id, MoreQuestions).default({}),
});
export type RubricChanges = z.infer<typeof RubricChanges>;

export const NO_CHANGES: RubricChanges = { criteria: [], headings: {}, wording: {}, questions: {} };
