/** How examples are read: exactly as the engine shows a README to the model. */
import type { Outline } from '../../src/readme/outline.ts';
import { type Features, featuresOf, type WordClasses } from '../../src/review/model/features.ts';
import { type Passage, passagesOf } from '../../src/review/model/passages.ts';
import { observe } from '../../src/review/observe.ts';
import { type Reading, readingFor } from '../../src/review/reading.ts';
import { type CriterionScore, scoreCriteria } from '../../src/review/score-criterion.ts';
import type { Criterion, Rubric } from '../../src/rubric/rubric.ts';
import { COUNTED_CRITERIA } from '../corpus/labels.ts';
import { type Classes, matchersOf, readClasses } from './classes.ts';

/** What every example is read with. */
export interface Teaching {
  readonly rubric: Rubric;
  readonly classes: Classes;
  readonly matchers: WordClasses;
  /** The rubric's words in the model's language. */
  readonly reading: Reading;
  /** The criteria that are learned. */
  readonly criteria: readonly Criterion[];
}

export interface TaughtPassage {
  readonly passage: Passage;
  readonly features: Features;
}

export function prepareTeaching(rubric: Rubric): Teaching {
  const classes = readClasses();
  const reading = readingFor(rubric, classes.language);
  if (reading === null) throw new Error(`The rubric has no lexicon for ${classes.language}.`);
  const learned: readonly string[] = COUNTED_CRITERIA;
  const criteria = rubric.criteria.filter(({ id }) => learned.includes(id));
  return { rubric, classes, matchers: matchersOf(classes), reading, criteria };
}

/** Whether a README in this language is read with the model's words. */
export function speaks(language: string, { rubric, classes }: Teaching): boolean {
  return readingFor(rubric, language)?.language === classes.language;
}

/** The passages of a README, and what the signals make of each criterion that is learned. */
export function readForModel(
  outline: Outline,
  { criteria, matchers, reading }: Teaching,
): { readonly passages: readonly TaughtPassage[]; readonly scores: ReadonlyMap<string, CriterionScore> } {
  const { blocks } = observe(outline, reading);
  const scores = scoreCriteria(criteria, blocks);
  const passages = passagesOf(blocks);
  const features = featuresOf({ passages, outline, classes: matchers, scores });
  return {
    scores,
    passages: passages.flatMap((passage, index) => {
      const own = features[index];
      return own === undefined ? [] : [{ passage, features: own }];
    }),
  };
}
