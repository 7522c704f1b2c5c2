import type { Weights } from './model.ts';

/** What a linear model sees: features by name, and groups of hashed ones, each group's of one value. */
export interface LinearFeatures {
  readonly named: ReadonlyMap<string, number>;
  readonly hashed: readonly { readonly buckets: readonly number[]; readonly value: number }[];
}

/** Bias and weighted features, summed: log odds. */
export function logOdds({ named, hashed }: LinearFeatures, weights: Weights): number {
  let sum = weights.bias;
  for (const [name, value] of named) sum += value * (weights.named.get(name) ?? 0);
  for (const { buckets, value } of hashed) {
    let part = 0;
    for (const bucket of buckets) part += weights.hashed[bucket] ?? 0;
    sum += value * part;
  }
  return sum;
}
