import type { z } from 'zod';
import { type SignalName, USES_ITS_WORDS } from './names.ts';
import { Criterion } from './rubric.ts';
import { AddedCriterion, MoreQuestions } from './rubric-layer.ts';

const { wording, nextStep } = Criterion.shape;

const Brief = AddedCriterion.partial({
  whyItMatters: true,
  headings: true,
  signals: true,
  presentNeeds: true,
  lookedFor: true,
  examples: true,
}).extend({
  wording: wording.partial().optional(),
  questions: MoreQuestions.optional(),
  nextStep: nextStep.partial().optional(),
});

/**
 * A criterion as a mentor writes it in a settings file: id, title and question are all it needs. What is left out is
 * made from these, in words that fit any subject.
 */
export const BriefCriterion = Brief.transform(writeOut);

/** Signals of a passage that says more than that its subject exists, whatever the subject is. */
const SUBSTANCE = [
  'says-why-it-matters',
  'names-who-has-it',
  'describes-a-step',
  'tells-steps-in-order',
  'names-data-and-method',
  'gives-a-reason-for-a-choice',
  'gives-a-purpose',
  'sets-against-an-alternative',
  'picks-after-comparing',
  'names-a-dropped-attempt',
  'explains-a-limit',
  'tells-obstacle-and-remedy',
  'measures-a-result',
  'gives-a-figure',
  'tells-a-lesson',
] as const satisfies readonly SignalName[];

/** Stands for a strong example that nobody wrote. */
const NO_EXAMPLE = 'A few sentences that fit this project only: what was done, why, and with what result.';

const inItsPlace = (points: number) => ({ anywhere: 0, inSection: points });
/** Any statement in its place makes it thin, one of substance present (1 and 2 points). */
const SIGNALS: AddedCriterion['signals'] = {
  [USES_ITS_WORDS]: inItsPlace(0.9),
  'says-something': inItsPlace(1),
  'is-a-bare-item': inItsPlace(-0.3),
  ...Object.fromEntries(SUBSTANCE.map(name => [name, inItsPlace(1)])),
};

function writeOut(brief: z.output<typeof Brief>): AddedCriterion {
  const { title, question } = brief;
  return {
    ...brief,
    whyItMatters: brief.whyItMatters ?? 'Whoever set up this review looks for it.',
    headings: brief.headings ?? { en: [title] },
    signals: brief.signals ?? SIGNALS,
    presentNeeds: brief.presentNeeds ?? [...SUBSTANCE],
    lookedFor: brief.lookedFor ?? [`a section or a passage on “${title}”`],
    wording: {
      missing: brief.wording?.missing ?? `Nothing yet on “${title}”.`,
      thin: brief.wording?.thin ?? `There is something on “${title}”. The specifics are still open.`,
      ...(brief.wording?.praise !== undefined && { praise: brief.wording.praise }),
    },
    questions: {
      missing: brief.questions?.missing ?? [{ ask: question, when: null }],
      thin: brief.questions?.thin ?? [{ ask: question, when: null }],
    },
    nextStep: {
      missing: brief.nextStep?.missing ?? `Answer in a few sentences: ${question}`,
      thin: brief.nextStep?.thin ?? `Answer with specifics: ${question}`,
    },
    examples: brief.examples ?? {
      weak: `“${title}” as a heading, with one sentence below it that fits any project.`,
      strong: NO_EXAMPLE,
    },
  };
}

/** True where the examples are its author's own, so that they can be run as tests. */
export function hasOwnExamples({ examples }: AddedCriterion): boolean {
  return examples.strong !== NO_EXAMPLE;
}
