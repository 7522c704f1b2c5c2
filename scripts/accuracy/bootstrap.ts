/** How much a figure would move with other repositories of the same kind. */
import { seededRandom } from './random.ts';

const ROUNDS = 1000;
const SEED = 20260101;
const LOW = 0.025;
const HIGH = 0.975;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % percentile interval of `figures` over resampled groups (READMEs of one repository stay together,
 * because they are alike). All figures are taken from the same resamples. Deterministic.
 */
export function bootstrapIntervals<T, K extends string>(
  items: readonly T[],
  groupOf: (item: T) => string,
  figures: (items: readonly T[]) => Record<K, number>,
): Record<K, Interval> {
  const groups = [...Map.groupBy(items, groupOf).values()];
  const random = seededRandom(SEED);
  const drawn: Record<K, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const sample: T[] = [];
    for (let draw = 0; draw < groups.length; draw += 1) {
      sample.push(...(groups[Math.floor(random() * groups.length)] ?? []));
    }
    drawn.push(figures(sample));
  }
  const names = Object.keys(figures(items)) as K[];
  const intervals = names.map(name => [name, percentiles(drawn.map(round => round[name]))]);
  return Object.fromEntries(intervals);
}

function percentiles(values: readonly number[]): Interval {
  const sorted = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(LOW), high: at(HIGH) };
}
