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
    const text =
      'Three things failed:\n\n- the first one froze again\n- the second one was too slow\n\nThen it rained.';
    expect(cut(text)).toEqual([
      ['Three things failed:', 'the first one froze again', 'the second one was too slow'],
      ['Then it rained.'],
    ]);
  });

  test('end at a heading, and where a list turns into a table', () => {
    const text =
      '## First\n\n- it was far too slow\n- it was far too late\n\n| it is | we were |\n|---|---|\n| as it was | so were we |\n\n## Next\n\n- that is all of it';
    expect(cut(text)).toEqual([
      ['it was far too slow', 'it was far too late'],
      ['it is | we were', 'as it was | so were we'],
      ['that is all of it'],
    ]);
  });

  test('hold every block that says something once, in order, and none that does not', () => {
    const blocks = observed(
      '# A title\n\nThis is one.\n\n> That was two.\n\n- Python\n\n```\nfive = 5\n```\n\nAnd it was six.\n',
    );
    const said = passagesOf(blocks).flatMap(passage => passage.blocks.map(({ text }) => text.text));
    expect(said).toEqual(['A title', 'This is one.', 'That was two.', 'And it was six.']);
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
