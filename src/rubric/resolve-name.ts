/** Fewer letters stand for too much. */
export const MIN_PREFIX = 4;

/**
 * The id of what somebody calls by its id, its title, or the first letters of one of them that no other shares. Case,
 * hyphens, spaces and marks around it do not matter. Null where it names nothing, or more than one.
 */
export function resolveName(
  written: string,
  known: readonly { readonly id: string; readonly title: string }[],
): string | null {
  const name = fold(written);
  if (name === '') return null;
  const named = known.map(({ id, title }) => ({ id, names: [fold(id), fold(title)] }));
  const exact = named.find(({ names }) => names.includes(name));
  if (exact !== undefined) return exact.id;
  if ([...name].length < MIN_PREFIX) return null;
  const begun = named.filter(({ names }) => names.some(each => each.startsWith(name)));
  const ids = new Set(begun.map(({ id }) => id));
  const [only, ...others] = ids;
  return only === undefined || others.length > 0 ? null : only;
}

/** Letters and digits in lower case, with one hyphen for whatever stands between them. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part !== '')
    .join('-');
}
