import { z } from 'zod';
import { POINT_NAMES } from './names.ts';
import { Criterion, Id, Point, Questions, Version } from './rubric.ts';

/**
 * What a signal is worth in the criterion's own place: under one of its headings, or in a block with one of its words.
 * Elsewhere it is worth nothing unless `anywhere` says so, because most signals fit many subjects.
 */
const OwnPoints = z.union(
  [
    Point.transform(points => ({ anywhere: 0, inSection: points })),
    z.strictObject({ anywhere: Point, inSection: Point }),
  ],
  { error: 'points from -5 to 5, or `anywhere` and `inSection` with points each' },
);

/**
 * A criterion of a project type or of a mentor. It needs what only its author can know; the rest has a value that
 * serves, and is reported without counting in a title.
 */
export const AddedCriterion = Criterion.extend({
  counted: z.boolean().default(false),
  weight: Criterion.shape.weight.default(0.5),
  signals: z.partialRecord(z.enum(POINT_NAMES), OwnPoints),
  carry: Criterion.shape.carry.default(0.3),
  near: Criterion.shape.near.default({}),
  elsewhere: Criterion.shape.elsewhere.default({}),
  placeAfter: Criterion.shape.placeAfter.default([]),
});
export type AddedCriterion = z.infer<typeof AddedCriterion>;

/** Further questions on a criterion of the rubric below, asked before its general ones. */
export const MoreQuestions = z.strictObject({ missing: Questions.optional(), thin: Questions.optional() });
export type MoreQuestions = z.infer<typeof MoreQuestions>;

/** More than these nobody reads in a report. */
export const MAX_ADDED_CRITERIA = 20;

/** A file on top of another rubric: it adds, and takes nothing away. */
export const RubricLayer = z.strictObject({
  id: Id,
  version: Version,
  /** Id of the rubric below, such as `base`. */
  extends: Id,
  criteria: z.array(AddedCriterion).max(MAX_ADDED_CRITERIA).default([]),
  /** By the id of a criterion of the rubric below. */
  questions: z.record(Id, MoreQuestions).default({}),
});
export type RubricLayer = z.infer<typeof RubricLayer>;

type Signals = Criterion['signals'];
const against = (value: number) => ({ anywhere: value, inSection: value });

/** What tells nothing of anyone's project counts against every added criterion, unless its author says otherwise. */
export const COUNTS_AGAINST: Signals = {
  'is-code': against(-5),
  'is-boilerplate': against(-3),
  'is-template-residue': against(-3),
  'states-terms': against(-1),
  'plans-future-work': against(-1),
  'gives-commands': against(-0.5),
};

/** Where words of a criterion stand and seldom tell of it: shares of a block's points, unless its author says otherwise. */
export const SELDOM_TOLD: Criterion['elsewhere'] = {
  setup: 0.3,
  usage: 0.4,
  structure: 0.2,
  future: 0,
  troubleshooting: 0.2,
  terms: 0,
  contributing: 0,
  stack: 0.5,
  features: 0.7,
  contents: 0,
  references: 0,
  problem: 0.6,
  learned: 0.4,
};
