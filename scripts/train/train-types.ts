/** Learns what speaks for each project type. The same READMEs give the same weights, to the bit. */
import { type LinearWeights, trainLogistic } from './logistic.ts';
import type { TypedReadme } from './read-typed.ts';
import { namesOf, toRows } from './rows.ts';

/** Inverse of the penalty on weights, and a written README beside a labelled one; chosen by cross-validation. */
const STRENGTH = 10;
const WRITTEN_WEIGHT = 0.2;

export interface TrainedTypes {
  readonly names: readonly string[];
  /** By type, in alphabetical order: it against all others. */
  readonly weights: ReadonlyMap<string, LinearWeights>;
}

export function trainTypes(labelled: readonly TypedReadme[], written: readonly TypedReadme[]): TrainedTypes {
  const all = [...labelled, ...written];
  const features = all.map(readme => readme.features);
  const names = namesOf(features);
  const rows = toRows(features, names);
  const types = [...new Set(all.map(({ type }) => type))].sort();
  const weights = types.map(type => {
    const examples = all.map((readme, row) => ({
      row,
      positive: readme.type === type,
      weight: row < labelled.length ? 1 : WRITTEN_WEIGHT,
    }));
    return [type, trainLogistic(rows, examples, STRENGTH)] as const;
  });
  return { names, weights: new Map(weights) };
}
