import type { Features } from './features.ts';
import type { Weights } from './model.ts';

/** Bias and weighted features, summed: log odds. */
export function logOdds({ named, hashed }: Features, weights: Weights): number {
  let sum = weights.bias;
  for (const [name, value] of named) sum += value * (weights.named.get(name) ?? 0);
  for (const { buckets, value } of hashed) {
    let part = 0;
    for (const bucket of buckets) part += weights.hashed[bucket] ?? 0;
    sum += value * part;
  }
  return sum;
}
