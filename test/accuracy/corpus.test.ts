/** What may not get worse unseen, where the corpus of labelled READMEs is at hand. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { locateCorpus } from '../../scripts/corpus/locate.ts';

/** Training takes about a minute on an idle machine. Milliseconds. */
const TIME_LIMIT = 600_000;

const Figures = z.object({
  kappa: z.number(),
  missingF1: z.number(),
  missingPrecision: z.number(),
  presentF1: z.number(),
  opposite: z.number(),
  type: z.number(),
  overlap: z.number(),
  doubt: z.number(),
});

const measure = async (what: 'figures' | 'is-the-model-that-ships'): Promise<unknown> => {
  const program = fileURLToPath(new URL('corpus-process.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, what]);
  return JSON.parse(stdout);
};

if (locateCorpus(undefined) === null) {
  test('skipped: no corpus', () => {
    process.stderr.write('accuracy on the corpus: skipped: no corpus\n');
  });
} else {
  describe('on the corpus', () => {
    test(
      'READMEs of repositories that the model has not seen are judged nearly as well as docs/accuracy.md says',
      async () => {
        const figures = Figures.parse(await measure('figures'));
        expect(figures.kappa).toBeGreaterThan(0.75);
        expect(figures.missingF1).toBeGreaterThan(0.79);
        expect(figures.missingPrecision).toBeGreaterThan(0.8);
        expect(figures.presentF1).toBeGreaterThan(0.79);
        expect(figures.opposite).toBeLessThan(0.025);
        expect(figures.type).toBeGreaterThan(0.8);
        expect(figures.overlap).toBeGreaterThan(0.7);
        expect(figures.doubt).toBeLessThan(0.12);
      },
      TIME_LIMIT,
    );

    test(
      'the model that ships is what `npm run train` makes of it, to the bit',
      async () => {
        expect(await measure('is-the-model-that-ships')).toBe(true);
      },
      TIME_LIMIT,
    );
  });
}
