import { BUCKETS } from './hash.ts';
import type { Weights } from './model.ts';

/** What a linear model sees: features by name, and groups of hashed ones, each group's of one value. */
export interface LinearFeatures {
  readonly named: ReadonlyMap<string, number>;
  readonly hashed: readonly { readonly buckets: readonly number[]; readonly value: number }[];
}

/** The weights of several decisions about the same features, side by side, so that a feature is looked up once for all. */
export interface WeightTable {
  readonly biases: readonly number[];
  /** By the feature's name: one weight for each decision. */
  readonly named: ReadonlyMap<string, Float64Array>;
  /** Bucket after bucket, in each one weight for each decision. */
  readonly hashed: Float32Array;
}

/** One column for each decision, in their order. */
export function weightTable(decisions: readonly Weights[]): WeightTable {
  const width = decisions.length;
  const named = new Map<string, Float64Array>();
  const hashed = new Float32Array(BUCKETS * width);
  for (const [column, weights] of decisions.entries()) {
    for (const [name, weight] of weights.named) {
      const row = named.get(name) ?? new Float64Array(width);
      row[column] = weight;
      named.set(name, row);
    }
    for (let bucket = 0; bucket < BUCKETS; bucket += 1)
      hashed[bucket * width + column] = weights.hashed[bucket] ?? 0;
  }
  return { biases: decisions.map(({ bias }) => bias), named, hashed };
}

/** Bias and weighted features, summed, for each decision of a table: log odds. */
export function logOdds({ named, hashed }: LinearFeatures, table: WeightTable): Float64Array {
  const sums = Float64Array.from(table.biases);
  for (const [name, value] of named) {
    const row = table.named.get(name);
    if (row !== undefined) addTo(sums, row, value);
  }
  const parts = new Float64Array(sums.length);
  for (const { buckets, value } of hashed) {
    parts.fill(0);
    for (const bucket of buckets) addBucket(parts, table.hashed, bucket);
    addTo(sums, parts, value);
  }
  return sums;
}

function addTo(sums: Float64Array, weights: Float64Array, value: number): void {
  for (let column = 0; column < sums.length; column += 1)
    sums[column] = (sums[column] ?? 0) + value * (weights[column] ?? 0);
}

/** A loop of its own: with arrays of one kind each it is compiled to half the work. */
function addBucket(parts: Float64Array, hashed: Float32Array, bucket: number): void {
  const start = bucket * parts.length;
  for (let column = 0; column < parts.length; column += 1)
    parts[column] = (parts[column] ?? 0) + (hashed[start + column] ?? 0);
}
