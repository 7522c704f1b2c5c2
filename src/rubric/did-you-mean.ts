import { nearest } from './nearest.ts';

/** The end of a sentence about an unknown name: what was meant, where something is near. */
export function didYouMean(written: string, known: readonly string[]): string {
  const meant = nearest(written, known);
  return meant === null ? '.' : `: did you mean \`${meant}\`?`;
}

/** What was expected, where only certain names are known. */
export function oneOf(values: readonly string[]): string {
  return values.length === 0 ? 'no key here' : `one of ${values.join(', ')}`;
}
