/** What may not get worse unseen, where the corpus of labelled READMEs is at hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { crossValidate } from '../../scripts/accuracy/cross-validate.ts';
import { citedFigures, coverage, macroFigures, typeAccuracy } from '../../scripts/accuracy/scorecard.ts';
import { locateCorpus } from '../../scripts/corpus/locate.ts';
import { learn, readLessons } from '../../scripts/train/learn.ts';
import { MODEL_FILE, readBuiltinModel } from '../../src/engine/builtin-model.ts';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { PACKAGE_ROOT } from '../../src/engine/package-root.ts';

/** Training takes about a minute on an idle machine. Milliseconds. */
const TIME_LIMIT = 600_000;

const corpus = locateCorpus(undefined);

if (corpus === null) {
  test('skipped: no corpus', () => {
    process.stderr.write('accuracy on the corpus: skipped: no corpus\n');
  });
} else {
  describe('on the corpus', () => {
    test(
      'READMEs of repositories that the model has not seen are judged as well as docs/accuracy.md says',
      () => {
        const items = crossValidate(corpus, ['dev'], readBuiltinYardstick());
        const { kappa, missingF1, missingPrecision, presentF1, opposite } = macroFigures(items);
        expect(kappa).toBeGreaterThan(0.75);
        expect(missingF1).toBeGreaterThan(0.79);
        expect(missingPrecision).toBeGreaterThan(0.8);
        expect(presentF1).toBeGreaterThan(0.79);
        expect(opposite).toBeLessThan(0.025);
        expect(typeAccuracy(items)).toBeGreaterThan(0.8);
        expect(citedFigures(items).overlap).toBeGreaterThan(0.7);
        expect(coverage(items).byDoubt).toBeLessThan(0.12);
      },
      TIME_LIMIT,
    );

    test(
      'the model that ships is what `npm run train` makes of it, to the bit',
      () => {
        const { rubrics } = readBuiltinYardstick();
        const { labels } = readBuiltinModel().encoded.trainedOn;
        const learned = `${JSON.stringify(learn(readLessons(corpus, labels, rubrics.base)))}\n`;
        expect(learned === readFileSync(new URL(MODEL_FILE, PACKAGE_ROOT), 'utf8')).toBe(true);
      },
      TIME_LIMIT,
    );
  });
}
