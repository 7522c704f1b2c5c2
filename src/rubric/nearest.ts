/** Slips of the pen that a known name is forgiven where the caller says nothing else: two, three in long names. */
function usualSlips(written: string): number {
  return written.length > 8 ? 3 : 2;
}

/** Code units of a written name that are looked at; no known name is that long. */
const MAX_WRITTEN = 60;

/** The known name a writer most likely meant: at most `slips` slips of the pen away, in any case, or null. */
export function nearest<Name extends string>(
  written: string,
  known: readonly Name[],
  slips = usualSlips(written),
): Name | null {
  let best: Name | null = null;
  let bestDistance = slips + 1;
  for (const name of known) {
    const distance = editDistance(written.slice(0, MAX_WRITTEN).toLowerCase(), name.toLowerCase());
    if (distance >= bestDistance) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}

/**
 * Letters added, left out or taken for another one, and neighbours that changed places: the optimal string alignment
 * distance, by rows.
 */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : substitution;
      next.push(Math.min(substitution, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
