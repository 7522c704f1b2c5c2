import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { encodeModel } from '../../scripts/train/encode.ts';
import { MODEL_FILE } from '../../src/engine/builtin-model.ts';
import { PACKAGE_ROOT } from '../../src/engine/package-root.ts';
import { modelFor } from '../../src/review/model/decode-model.ts';
import { BUCKETS } from '../../src/review/model/hash.ts';

/** The and the pool's limit: it is copied into every thread. Bytes. */
const MAX_MODEL_BYTES = 1_000_000;

function weightsOf(seed: number, named: number) {
  const weights = Float64Array.from({ length: named + BUCKETS }, (_, at) => Math.sin(seed + at * 1.7));
  return { weights, bias: seed / 3 };
}

describe('the artefact', () => {
  test('gives back the weights that were learned, to within half a step', () => {
    const thin = weightsOf(1, 2);
    const present = weightsOf(2, 2);
    const calibration = { bias: 0.5, weights: [1, 2, 3, 4, 5] };
    const classes = { language: 'en', words: { because: ['since we'] }, headings: {} };
    const encoded = encodeModel(
      {
        names: ['a', 'b'],
        criteria: new Map([
          ['problem', { thin, present, calibration: { thin: calibration, present: calibration } }],
        ]),
      },
      { names: ['c'], weights: new Map([['other', weightsOf(3, 1)]]) },
      classes,
      { labels: ['dev'], readmes: 2, repositories: 1 },
    );
    const model = modelFor({ digest: 'd', encoded: JSON.parse(JSON.stringify(encoded)) }, 'en');
    const decoded = model?.criteria.get('problem')?.thin;
    expect(decoded?.named.get('b')).toBeCloseTo(thin.weights[1] ?? 0, 4);
    for (const bucket of [0, 1, 4096, BUCKETS - 1]) {
      const step = encoded.criteria['problem']?.thin.step ?? 0;
      expect(Math.abs((decoded?.hashed[bucket] ?? 0) - (thin.weights[2 + bucket] ?? 0))).toBeLessThan(step);
    }
    expect(model?.types.ids).toEqual(['other']);
    expect(model?.types.table.biases[0]).toBeCloseTo(1, 4);
    expect(model?.classes.words.find(['since', 'we'])).toHaveLength(1);
  });

  test('holds nobody’s text and stays small', () => {
    const bytes = readFileSync(new URL(MODEL_FILE, PACKAGE_ROOT));
    expect(bytes.length).toBeLessThan(MAX_MODEL_BYTES);
    const { criteria, types, classes, names, ...rest } = JSON.parse(bytes.toString('utf8'));
    expect(Object.keys(rest).sort()).toEqual(['language', 'trainedOn', 'version']);
    for (const name of [...names, ...types.names]) expect(name).toMatch(/^[a-z-]+[:>=\d]*[a-z0-9:>=-]*$/);
  });

  test('speaks one language and leaves the others to the signals', () => {
    const encoded = JSON.parse(readFileSync(new URL(MODEL_FILE, PACKAGE_ROOT), 'utf8'));
    expect(modelFor({ digest: 'd', encoded }, 'fr')).toBeNull();
    expect(modelFor(undefined, 'en')).toBeNull();
  });
});
