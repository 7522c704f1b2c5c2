/** Passages as rows of numbers: those of labelled READMEs first, then those that were written for the model. */
import type { CriterionId } from '../corpus/labels.ts';
import type { Example, SparseRows } from './logistic.ts';
import type { PassageExample, ReadmeExample } from './read-examples.ts';
import type { PassageWithLevels } from './read-passages.ts';
import { namesOf, toRows } from './rows.ts';

export interface Dataset {
  readonly readmes: readonly ReadmeExample[];
  /** Of all READMEs; their rows come first. */
  readonly passages: readonly PassageExample[];
  /** For each of these, the index of its README. */
  readonly owners: readonly number[];
  readonly written: readonly PassageWithLevels[];
  /** Named features, sorted; their columns come first, the hashed ones follow. */
  readonly names: readonly string[];
  readonly rows: SparseRows;
}

/** An unmarked passage of a README at the level may show it too: it counts as negative, but little. */
const UNKNOWN_WEIGHT = 0.1;
/** How much all positive passages of READMEs weigh beside all their negative ones. */
const POSITIVE_SHARE = 0.5;
/** A written passage beside a negative one of a README. */
const WRITTEN_WEIGHT = 0.5;

export function buildDataset(
  readmes: readonly ReadmeExample[],
  written: readonly PassageWithLevels[],
): Dataset {
  const passages = readmes.flatMap(readme => readme.passages);
  const features = [...passages, ...written].map(passage => passage.features);
  const names = namesOf(features);
  const owners = readmes.flatMap((readme, index) => readme.passages.map(() => index));
  return { readmes, passages, owners, written, names, rows: toRows(features, names) };
}

/**
 * What teaches "at least `level`": labelled passages of READMEs at the level are positive (each README counts by the
 * root of how many it has), every passage of the others is negative, and each written passage is what it says.
 */
export function examplesFor(
  dataset: Dataset,
  criterion: CriterionId,
  level: 1 | 2,
  isTaught: (readme: number) => boolean,
): Example[] {
  const { readmes, passages, owners } = dataset;
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
  return [...balance(examples), ...writtenExamples(dataset, criterion, level)];
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

function writtenExamples({ passages, written }: Dataset, criterion: CriterionId, level: 1 | 2): Example[] {
  return written.map(({ levels }, index) => ({
    row: passages.length + index,
    positive: (levels.get(criterion) ?? 0) >= level,
    weight: WRITTEN_WEIGHT,
  }));
}
