import { join } from 'node:path';
import type { Yardstick } from '../../src/engine/yardstick.ts';
import { type Label, readLabels } from '../corpus/labels.ts';
import { dealFolds } from '../train/folds.ts';
import { learnWithoutFolds, readLessons } from '../train/learn.ts';
import { judgeLabelled } from './judge-corpus.ts';
import type { Judged } from './scorecard.ts';

/** Judges each README of some label files by a model that was trained without its repository. In the labels' order. */
export function crossValidate(
  corpus: string,
  files: readonly string[],
  { rubrics, engineVersion }: Yardstick,
  folds: { readonly count?: number } = {},
): Judged[] {
  const labels = files.flatMap(name => readLabels(join(corpus, `labels/${name}.jsonl`)));
  const { of, count } = dealFolds(labels, folds);
  const foldOf = new Map(labels.map(({ readme }, index) => [readme, of[index] ?? 0]));
  const lessons = readLessons(corpus, files, rubrics.base);
  const judged = new Map<Label, Judged>();
  for (const [fold, encoded] of learnWithoutFolds(lessons, { of: foldOf, count }).entries()) {
    const model = { digest: `without fold ${fold}`, encoded };
    const held = labels.filter(({ readme }) => foldOf.get(readme) === fold);
    for (const item of judgeLabelled(corpus, held, { rubrics, engineVersion, model })) {
      judged.set(item.label, item);
    }
  }
  return labels.flatMap(label => judged.get(label) ?? []);
}
