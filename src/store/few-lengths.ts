/**
 * The same values in a list as long as the next power of two, the last one repeated. For what is looked up with `in`:
 * a statement is another one for each length of its list, and to prepare it takes longer than to run it.
 */
export function inFewLengths<Value>(values: readonly Value[]): readonly Value[] {
  const last = values.at(-1);
  if (last === undefined) return values;
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return [...values, ...new Array<Value>(length - values.length).fill(last)];
}
