import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../../src/readme/read-outline.ts';
import { passagesOf } from '../../../src/review/model/passages.ts';
import { pointsOf } from '../../../src/review/model/points.ts';
import { observe } from '../../../src/review/observe.ts';
import { readingFor } from '../../../src/review/reading.ts';
import { scoreCriteria } from '../../../src/review/score-criterion.ts';
import { baseRubric } from '../base-rubric.ts';

const rubric = baseRubric(['en']);

function observed(text: string) {
  const reading = readingFor(rubric, 'en');
  if (reading === null) throw new Error('no lexicon');
  return observe(readOutline(text), reading).blocks;
}

const cut = (text: string) =>
  passagesOf(observed(text)).map(({ blocks }) => blocks.map(block => block.text.text));

describe('passages', () => {
  test('are a paragraph with the list that follows it', () => {
    expect(cut('Three things failed:\n\n- the first\n- the second\n\nThen it rained.')).toEqual([
      ['Three things failed:', 'the first', 'the second'],
      ['Then it rained.'],
    ]);
  });

  test('end at a heading, and where a list turns into a table', () => {
    const text = '## First\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Next\n\n- three';
    expect(cut(text)).toEqual([['one', 'two'], ['a | b', '1 | 2'], ['three']]);
  });

  test('cover every block once, in order', () => {
    const blocks = observed('# T\n\nOne.\n\n> Two.\n\n- three\n- four\n\n```\nfive\n```\n');
    expect(passagesOf(blocks).flatMap(passage => passage.blocks)).toEqual(blocks);
  });

  test('there are none in an empty README', () => {
    expect(passagesOf([])).toEqual([]);
  });
});

test('a passage has the points of its best block, by criterion', () => {
  const text =
    '## Results\n\nThe model reaches an F1 of 0.81 on 300 held-out calls, against 0.64 for the majority class.\n\nGo on.';
  const blocks = observed(text);
  const [told, other] = pointsOf(passagesOf(blocks), scoreCriteria(rubric.criteria, blocks));
  expect(told?.get('outcome')?.level).toBeGreaterThanOrEqual(2);
  expect(told?.get('outcome')?.share).toBeLessThanOrEqual(1);
  expect(other?.has('failures')).toBe(false);
});
