import { seededRandom, shuffled } from '../accuracy/random.ts';

const FOLDS = 10;
const SEED = 1;

export interface Folds {
  /** The fold of each README, in their order. */
  readonly of: readonly number[];
  readonly count: number;
}

/** Deals repositories into folds, so that READMEs of one repository are never on both sides. */
export function dealFolds(
  readmes: readonly { readonly repo: string }[],
  { seed = SEED, count = FOLDS }: { readonly seed?: number; readonly count?: number } = {},
): Folds {
  const repos = shuffled([...new Set(readmes.map(({ repo }) => repo))].sort(), seededRandom(seed));
  const foldOf = new Map(repos.map((repo, index) => [repo, index % count]));
  return { of: readmes.map(({ repo }) => foldOf.get(repo) ?? 0), count };
}
