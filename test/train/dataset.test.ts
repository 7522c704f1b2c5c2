import { describe, expect, test } from '@jest/globals';
import type { CriterionId, Level } from '../../scripts/corpus/labels.ts';
import { buildDataset, examplesFor } from '../../scripts/train/dataset.ts';
import type { ReadmeExample } from '../../scripts/train/read-examples.ts';

const features = { named: new Map([['kind:paragraph', 1]]), hashed: [] };

/** A README at a level of `failures`, with a passage for each flag: whether labelled lines are in it. */
function readme(repo: string, level: Level, labelled: readonly boolean[]): ReadmeExample {
  return {
    readme: `${repo}/README.md`,
    repo,
    levels: new Map<CriterionId, Level>([['failures', level]]),
    passages: labelled.map(shown => ({ features, shows: new Set<CriterionId>(shown ? ['failures'] : []) })),
    scores: new Map(),
  };
}

const everyone = () => true;

describe('what teaches a level', () => {
  const readmes = [readme('told', 2, [true, false]), readme('silent', 0, [false, false])];

  test('is labelled passages for it, all passages of a README below it against it, and unmarked ones hardly', () => {
    const examples = examplesFor(buildDataset(readmes, []), 'failures', 1, everyone);
    expect(examples.map(({ positive }) => positive)).toEqual([true, false, false, false]);
    expect(examples[1]?.weight).toBeLessThan(0.2);
    expect(examples.slice(2).map(({ weight }) => weight)).toEqual([1, 1]);
  });

  test('is nothing of READMEs that are held out', () => {
    const examples = examplesFor(buildDataset(readmes, []), 'failures', 1, index => index === 1);
    expect(examples.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('counts a README once, however many of its passages are labelled', () => {
    const wordy = [readme('told', 2, [true, true, true, true]), readme('silent', 0, [false])];
    const examples = examplesFor(buildDataset(wordy, []), 'failures', 1, everyone);
    const positive = examples.filter(example => example.positive);
    expect(new Set(positive.map(({ weight }) => weight)).size).toBe(1);
    const brief = [readme('told', 2, [true]), readme('silent', 0, [false])];
    const [alone] = examplesFor(buildDataset(brief, []), 'failures', 1, everyone);
    const sum = positive.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(alone?.weight ?? 0, 12);
  });

  test('is written passages by the level they name', () => {
    const written = ([0, 1, 2] as const).map(level => ({
      features,
      levels: new Map<CriterionId, Level>([['failures', level]]),
    }));
    const dataset = buildDataset(readmes, written);
    const rows = dataset.passages.length;
    const taughtBy = (level: 1 | 2) =>
      examplesFor(dataset, 'failures', level, everyone)
        .filter(({ row }) => row >= rows)
        .map(({ positive }) => positive);
    expect(taughtBy(1)).toEqual([false, true, true]);
    expect(taughtBy(2)).toEqual([false, false, true]);
  });
});
