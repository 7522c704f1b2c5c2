/** Measures on the corpus in a process of its own: without Jest around it, training takes half the time. */
import { readFileSync } from 'node:fs';
import { crossValidate } from '../../scripts/accuracy/cross-validate.ts';
import { citedFigures, coverage, macroFigures, typeAccuracy } from '../../scripts/accuracy/scorecard.ts';
import { locateCorpus } from '../../scripts/corpus/locate.ts';
import { learn, readLessons } from '../../scripts/train/learn.ts';
import { MODEL_FILE, readBuiltinModel } from '../../src/engine/builtin-model.ts';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { PACKAGE_ROOT } from '../../src/engine/package-root.ts';

type Corpus = NonNullable<ReturnType<typeof locateCorpus>>;

const MEASUREMENTS: Readonly<Record<string, (corpus: Corpus) => unknown>> = {
  figures(corpus) {
    // Three folds and not the ten of docs/accuracy.md: a third of the time, and a little less to learn from.
    const items = crossValidate(corpus, ['dev'], readBuiltinYardstick(), { count: 3 });
    const { overlap } = citedFigures(items);
    return { ...macroFigures(items), type: typeAccuracy(items), overlap, doubt: coverage(items).byDoubt };
  },
  'is-the-model-that-ships'(corpus) {
    const { rubrics } = readBuiltinYardstick();
    const { labels } = readBuiltinModel().encoded.trainedOn;
    const learned = `${JSON.stringify(learn(readLessons(corpus, labels, rubrics.base)))}\n`;
    return learned === readFileSync(new URL(MODEL_FILE, PACKAGE_ROOT), 'utf8');
  },
};

const corpus = locateCorpus(undefined);
const measure = MEASUREMENTS[process.argv[2] ?? ''];
if (corpus === null || measure === undefined) throw new Error('there is nothing to measure');
process.stdout.write(JSON.stringify(measure(corpus)));
