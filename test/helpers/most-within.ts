/** The most of these times that lie within one window, wherever it begins; both ends count. */
export function mostWithin(times: readonly number[], windowMs: number): number {
  const ascending = times.toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [index, time] of ascending.entries()) {
    while (time - (ascending[first] ?? time) > windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
