/** Passages of labelled READMEs as rows of numbers. */
import { BUCKETS } from '../../src/review/model/hash.ts';
import type { CriterionId } from '../corpus/labels.ts';
import type { Example, SparseRows } from './logistic.ts';
import type { PassageExample, ReadmeExample } from './read-examples.ts';

export interface Dataset {
  readonly readmes: readonly ReadmeExample[];
  readonly passages: readonly PassageExample[];
  /** For each row, the index of its README. */
  readonly owners: readonly number[];
  /** Named features, sorted; their columns come first, the hashed ones follow. */
  readonly names: readonly string[];
  readonly rows: SparseRows;
}

/** An unmarked passage of a README at the level may show it too: it counts as negative, but little. */
const UNKNOWN_WEIGHT = 0.1;
/** How much all positive passages weigh beside all negative ones. */
const POSITIVE_SHARE = 0.3;

export function buildDataset(readmes: readonly ReadmeExample[]): Dataset {
  const passages = readmes.flatMap(readme => readme.passages);
  const names = [...new Set(passages.flatMap(({ features }) => [...features.named.keys()]))].sort();
  const columnOf = new Map(names.map((name, column) => [name, column]));
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const { features } of passages) {
    for (const [name, value] of features.named) {
      columns.push(columnOf.get(name) ?? 0);
      values.push(value);
    }
    for (const { buckets, value } of features.hashed) {
      for (const bucket of buckets) {
        columns.push(names.length + bucket);
        values.push(value);
      }
    }
    starts.push(columns.length);
  }
  const rows = {
    width: names.length + BUCKETS,
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
  const owners = readmes.flatMap((readme, index) => readme.passages.map(() => index));
  return { readmes, passages, owners, names, rows };
}

/**
 * What teaches "at least `level`": labelled passages of READMEs at the level are positive (each README counts by the
 * root of how many it has), every passage of the others is negative.
 */
export function examplesFor(
  { readmes, passages, owners }: Dataset,
  criterion: CriterionId,
  level: 1 | 2,
  isTaught: (readme: number) => boolean,
): Example[] {
  const positives = new Map<number, number>();
  const reaches = readmes.map(({ levels }) => (levels.get(criterion) ?? 0) >= level);
  for (const [row, passage] of passages.entries()) {
    const owner = owners[row] ?? 0;
    if (reaches[owner] && passage.shows.has(criterion)) positives.set(owner, (positives.get(owner) ?? 0) + 1);
  }
  const examples: Example[] = [];
  for (const [row, passage] of passages.entries()) {
    const owner = owners[row] ?? 0;
    if (!isTaught(owner)) continue;
    if (!reaches[owner]) examples.push({ row, positive: false, weight: 1 });
    else if (!passage.shows.has(criterion)) examples.push({ row, positive: false, weight: UNKNOWN_WEIGHT });
    else examples.push({ row, positive: true, weight: 1 / Math.sqrt(positives.get(owner) ?? 1) });
  }
  return balance(examples);
}

function balance(examples: readonly Example[]): Example[] {
  let positive = 0;
  let negative = 0;
  for (const example of examples) {
    if (example.positive) positive += example.weight;
    else if (example.weight === 1) negative += 1;
  }
  if (positive === 0) return [...examples];
  const factor = (POSITIVE_SHARE * negative) / positive;
  return examples.map(example =>
    example.positive ? { ...example, weight: example.weight * factor } : example,
  );
}
