/** A trained model as the artefact that ships: numbers rounded, hashed weights as bytes, nothing of anyone's text. */
import type { Calibration } from '../../src/review/model/calibration.ts';
import type { EncodedModel, EncodedWeights } from '../../src/review/model/decode-model.ts';
import { BUCKETS } from '../../src/review/model/hash.ts';

import type { Classes } from './classes.ts';
import type { LinearWeights } from './logistic.ts';
import type { TrainedCriteria } from './train-criteria.ts';
import type { TrainedTypes } from './train-types.ts';

/** Raised with every model that ships. */
const VERSION = '1.0.0';
const DIGITS = 5;
/** Largest magnitude of a signed byte. */
const BYTE = 127;

export function encodeModel(
  { names, criteria }: TrainedCriteria,
  types: TrainedTypes,
  classes: Classes,
  trainedOn: EncodedModel['trainedOn'],
): EncodedModel {
  const encoded = [...criteria].map(([id, { thin, present, calibration }]) => {
    const rounded = {
      thin: roundCalibration(calibration.thin),
      present: roundCalibration(calibration.present),
    };
    const levels = { thin: encodeWeights(thin, names.length), present: encodeWeights(present, names.length) };
    return [id, { ...levels, calibration: rounded }] as const;
  });
  return {
    version: VERSION,
    language: classes.language,
    trainedOn,
    classes: { words: classes.words, headings: classes.headings },
    names,
    criteria: Object.fromEntries(encoded),
    types: {
      names: types.names,
      weights: Object.fromEntries(
        [...types.weights].map(([id, weights]) => [id, encodeWeights(weights, types.names.length)]),
      ),
    },
  };
}

function encodeWeights({ weights, bias }: LinearWeights, named: number): EncodedWeights {
  const hashed = weights.subarray(named, named + BUCKETS);
  const largest = hashed.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = round(largest / BYTE);
  const bytes = Int8Array.from(hashed, weight => (step === 0 ? 0 : toByte(weight / step)));
  return {
    bias: round(bias),
    named: [...weights.subarray(0, named)].map(round),
    step,
    hashed: Buffer.from(bytes.buffer).toString('base64'),
  };
}

function toByte(value: number): number {
  return Math.max(-BYTE, Math.min(BYTE, Math.round(value)));
}

function roundCalibration({ bias, weights }: Calibration): Calibration {
  return { bias: round(bias), weights: weights.map(round) };
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
