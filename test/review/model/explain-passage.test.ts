import { expect, test } from '@jest/globals';
import { readOutline } from '../../../src/readme/read-outline.ts';
import type { ScoreExplanation } from '../../../src/review/explanation.ts';
import { explainPassage } from '../../../src/review/model/explain-passage.ts';
import { featuresOf } from '../../../src/review/model/features.ts';
import { BUCKETS, bucketOf } from '../../../src/review/model/hash.ts';
import type { Weights } from '../../../src/review/model/model.ts';
import { passagesOf } from '../../../src/review/model/passages.ts';
import { observe } from '../../../src/review/observe.ts';
import { readingFor } from '../../../src/review/reading.ts';
import { PhraseMatcher } from '../../../src/review/words/phrase-matcher.ts';
import { baseRubric } from '../base-rubric.ts';

const [WORD, GRAM, PATH, TITLE] = [1, 2, 3, 4];
const CLASSES = {
  words: new PhraseMatcher<string>({ decay: ['rust*'] }),
  headings: new PhraseMatcher<string>({}),
};
const NOTHING: Weights = { bias: 0, named: new Map(), hashed: new Float32Array(BUCKETS) };

/** Weights by feature name, and by the space and text that are hashed. */
function weights(
  named: Readonly<Record<string, number>>,
  hashed: readonly (readonly [number, string, number])[],
): Weights {
  const buckets = new Float32Array(BUCKETS);
  for (const [space, text, weight] of hashed) buckets[bucketOf(space, text)] = weight;
  return { bias: -1, named: new Map(Object.entries(named)), hashed: buckets };
}

/** The last passage of a README, at a level with these weights. */
function explainLast(text: string, thin: Weights): ScoreExplanation {
  const outline = readOutline(text);
  const reading = readingFor(baseRubric(['en']), 'en');
  if (reading === null) throw new Error('no lexicon');
  const passages = passagesOf(observe(outline, reading).blocks);
  const features = featuresOf({ passages, outline, classes: CLASSES, scores: new Map() });
  const [passage, own] = [passages.at(-1), features.at(-1)];
  if (passage === undefined || own === undefined) throw new Error('no passage');
  const calibration = { bias: 0, weights: [] };
  return explainPassage({
    scored: { passage, features: own, thin: 0, present: 0 },
    weights: { thin, present: NOTHING, calibration: { thin: calibration, present: calibration } },
    classes: CLASSES,
    outline,
  }).thin;
}

const amounts = ({ contributions }: ScoreExplanation) =>
  contributions.map(({ kind, name, amount, said }) => [kind, name, Number(amount.toFixed(6)), said]);

test('features, words with their parts, words of headings, and numbers', () => {
  const level = weights({ 'words:decay': 2, 'cue:reason': 9 }, [
    [WORD, 'bicycles', 0.5],
    [GRAM, '<bic', 0.25],
    [WORD, '#', -0.125],
    [PATH, 'sheds', 4],
    [TITLE, 'sheds', 2],
  ]);
  // Four words, of which all numbers are one, and the parts of `<bicycles>`, `<rust>` and `<or>`.
  const explained = explainLast('# Sheds\n\nBicycles rust 12 or 40 bicycles.\n', level);
  const [word, gram] = [1 / Math.sqrt(4), 1 / Math.sqrt(7 + 3 + 1)];
  expect(explained.bias).toBe(-1);
  expect(amounts(explained)).toEqual([
    ['heading-word', 'Sheds', 0.9, undefined],
    ['feature', 'words:decay', 0.25 * 2, 'rust'],
    ['word', 'Bicycles', Number((0.5 * word + 0.25 * gram).toFixed(6)), undefined],
    ['numbers', '12, 40', -0.125 * word, undefined],
  ]);
});

test('a part that several words have is split evenly between them', () => {
  const explained = explainLast('# Sheds\n\nBicycle and bicycles.\n', weights({}, [[GRAM, '<bic', 1]]));
  const [first, second, ...others] = explained.contributions;
  expect([first?.name, second?.name, others]).toEqual(['Bicycle', 'bicycles', []]);
  expect(first?.amount).toBe(second?.amount);
});

test('a word at the place of another carries what that one was given', () => {
  const taught = 'obstacle';
  const other = Array.from({ length: 20 * BUCKETS }, (_, index) => letters(index)).find(
    word => bucketOf(WORD ?? 0, word) === bucketOf(WORD ?? 0, taught),
  );
  const explained = explainLast(`# Sheds\n\nThe ${other}.\n`, weights({}, [[WORD, taught, 1]]));
  expect(explained.contributions).toEqual([
    { kind: 'word', name: other, amount: expect.closeTo(1 / Math.sqrt(2), 9) },
  ]);
});

function letters(index: number): string {
  return index.toString(26).replace(/\d/g, digit => 'qrstuvwxyz'.charAt(Number(digit)));
}
