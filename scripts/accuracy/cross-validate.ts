import type { Yardstick } from '../../src/engine/judge.ts';
import type { Label } from '../corpus/labels.ts';
import { encodeModel } from '../train/encode.ts';
import { dealFolds } from '../train/folds.ts';
import { readExamples } from '../train/read-examples.ts';
import { readPassages } from '../train/read-passages.ts';
import { prepareTeaching } from '../train/teaching.ts';
import { trainWithoutFolds } from '../train/train-model.ts';
import { judgeLabelled } from './judge-corpus.ts';
import type { Judged } from './scorecard.ts';

/** Judges each README by a model that was trained without its repository. In the order of the labels. */
export function crossValidate(
  corpus: string,
  labels: readonly Label[],
  { rubrics, engineVersion }: Yardstick,
): Judged[] {
  const teaching = prepareTeaching(rubrics.base);
  const folds = dealFolds(labels);
  const foldOf = new Map(labels.map(({ readme }, index) => [readme, folds.of[index] ?? 0]));
  const readmes = readExamples(corpus, labels, teaching);
  const taught = { of: readmes.map(({ readme }) => foldOf.get(readme) ?? 0), count: folds.count };
  const judged = new Map<Label, Judged>();
  for (const [fold, trained] of trainWithoutFolds(readmes, readPassages(teaching), taught).entries()) {
    const model = {
      digest: `without fold ${fold}`,
      encoded: encodeModel(trained, teaching.classes, readmes),
    };
    const held = labels.filter(({ readme }) => foldOf.get(readme) === fold);
    for (const item of judgeLabelled(corpus, held, { rubrics, engineVersion, model })) {
      judged.set(item.label, item);
    }
  }
  return labels.flatMap(label => judged.get(label) ?? []);
}
