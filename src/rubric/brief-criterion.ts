import { z } from 'zod';
import { type SignalName, USES_ITS_WORDS } from './names.ts';
import { AddedCriterion, MoreQuestions } from './rubric-layer.ts';

const added = AddedCriterion.shape;

const Brief = z.strictObject({
  id: added.id.describe('Its name in commands and in this file: lower-case words joined by hyphens.'),
  title: added.title.describe('Its name in reports.'),
  question: added.question.describe('What a README should answer.'),
  whyItMatters: added.whyItMatters.optional().describe('Said by `/review explain`.'),
  headings: added.headings
    .optional()
    .describe('Names a section on it may have, per language. Without them the title is one.'),
  words: added.words.describe(
    'What a passage on it talks about, per language; so it is found under any heading.',
  ),
  examples: added.examples
    .optional()
    .describe('A weak and a strong one, shown by `/review explain`. `config check` runs them as tests.'),
  wording: added.wording.partial().optional().describe('What is said where it is missing or thin.'),
  questions: MoreQuestions.optional().describe(
    'What is asked where it is missing or thin. Without them the question is.',
  ),
  nextStep: added.nextStep.partial().optional().describe('The next step where it is missing or thin.'),
  lookedFor: added.lookedFor.optional().describe('What was searched for, in words.'),
  counted: added.counted.describe('Whether it counts in the title of a check, and is enforced.'),
  weight: added.weight.describe('How much it is worth beside the others when next steps are ranked.'),
  placeAfter: added.placeAfter.describe(
    'Ids of the criteria after whose section it belongs, the first that has one.',
  ),
  standsOn: added.standsOn.describe('Ids of the criteria without which it is hard to follow.'),
  signals: added.signals
    .optional()
    .describe('Points per signal (docs/signals.md) instead of those that fit any subject.'),
  presentNeeds: added.presentNeeds
    .optional()
    .describe('Signals of which one is needed for it to be present.'),
  carry: added.carry.describe('How much each further passage adds to the best one, from 0 to 1.'),
  near: added.near.describe(
    'Places that often speak of it without its name, with the share of points there.',
  ),
  elsewhere: added.elsewhere.describe('Places that seldom do, with the share of points there.'),
  onToyDataset: added.onToyDataset.describe(
    'What is said where the data is one that everyone has seen; then it is thin at most.',
  ),
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
  return {
    ...brief,
    whyItMatters: brief.whyItMatters ?? 'Whoever set up this review looks for it.',
    headings: brief.headings ?? { en: [brief.title] },
    signals: brief.signals ?? SIGNALS,
    presentNeeds: brief.presentNeeds ?? [...SUBSTANCE],
    lookedFor: brief.lookedFor ?? [`a section or a passage on “${brief.title}”`],
    wording: {
      missing: brief.wording?.missing ?? `Nothing yet on “${brief.title}”.`,
      thin: brief.wording?.thin ?? `There is something on “${brief.title}”. The specifics are still open.`,
      ...(brief.wording?.praise !== undefined && { praise: brief.wording.praise }),
    },
    questions: {
      missing: brief.questions?.missing ?? [{ ask: brief.question, when: null }],
      thin: brief.questions?.thin ?? [{ ask: brief.question, when: null }],
    },
    nextStep: {
      missing: brief.nextStep?.missing ?? `Answer in a few sentences: ${brief.question}`,
      thin: brief.nextStep?.thin ?? `Answer with specifics: ${brief.question}`,
    },
    examples: brief.examples ?? {
      weak: `“${brief.title}” as a heading, with one sentence below it that fits any project.`,
      strong: NO_EXAMPLE,
    },
  };
}

/** True where the examples are its author's own, so that they can be run as tests. */
export function hasOwnExamples({ examples }: AddedCriterion): boolean {
  return examples.strong !== NO_EXAMPLE;
}
