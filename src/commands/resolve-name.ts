import { nearest } from '../rubric/nearest.ts';

/** A shorter beginning could be that of anything. */
const SHORTEST_PREFIX = 4;
/** Names shorter than this are forgiven one slip of the pen, longer ones two: short words are near everything. */
const FORGIVING_FROM = 6;

interface Named {
  readonly id: string;
  readonly title: string;
}

/**
 * The id that is meant by a name somebody wrote: an id or a title in any case, hyphens and spaces alike; else the only
 * one that begins with it; else the nearest within a slip or two. Null where nothing fits.
 */
export function resolveName(written: string, named: readonly Named[]): string | null {
  const wanted = alike(written);
  const names = named.flatMap(({ id, title }) => [
    { id, name: alike(id) },
    { id, name: alike(title) },
  ]);
  const exact = names.find(({ name }) => name === wanted);
  if (exact !== undefined) return exact.id;
  if (wanted.length < SHORTEST_PREFIX) return null;
  const beginning = new Set(names.filter(({ name }) => name.startsWith(wanted)).map(({ id }) => id));
  const [only] = beginning;
  if (only !== undefined) return beginning.size === 1 ? only : null;
  const slips = wanted.length < FORGIVING_FROM ? 1 : 2;
  const near = nearest(
    wanted,
    names.map(({ name }) => name),
    slips,
  );
  return names.find(({ name }) => name === near)?.id ?? null;
}

/** What is alike for people is the same string. */
function alike(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}
