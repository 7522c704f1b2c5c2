import { BUCKETS } from '../../src/review/model/hash.ts';
import type { LinearFeatures } from '../../src/review/model/linear.ts';
import type { SparseRows } from './logistic.ts';

/** All names of named features, sorted. */
export function namesOf(features: readonly LinearFeatures[]): readonly string[] {
  return [...new Set(features.flatMap(({ named }) => [...named.keys()]))].sort();
}

/** LinearFeatures as rows of numbers: the named ones' columns first, in the order of `names`, then one for each bucket. */
export function toRows(features: readonly LinearFeatures[], names: readonly string[]): SparseRows {
  const columnOf = new Map(names.map((name, column) => [name, column]));
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const { named, hashed } of features) {
    for (const [name, value] of named) {
      columns.push(columnOf.get(name) ?? 0);
      values.push(value);
    }
    for (const { buckets, value } of hashed) {
      for (const bucket of buckets) {
        columns.push(names.length + bucket);
        values.push(value);
      }
    }
    starts.push(columns.length);
  }
  return {
    width: names.length + BUCKETS,
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}
