/** Two maps as one; a key of both has what `both` makes of its values. Keys of the first come first. */
export function mergeByKey<Value>(
  first: Readonly<Record<string, Value>>,
  second: Readonly<Record<string, Value>>,
  both: (first: Value, second: Value) => Value,
): Record<string, Value> {
  const merged = new Map(Object.entries(first));
  for (const [key, value] of Object.entries(second)) {
    const other = merged.get(key);
    merged.set(key, other === undefined ? value : both(other, value));
  }
  return Object.fromEntries(merged);
}
