import { nearest } from '../rubric/nearest.ts';
import { MIN_PREFIX, resolveName } from '../rubric/resolve-name.ts';

/** Names shorter than this are forgiven one slip of the pen, longer ones two: short words are near everything. */
const FORGIVING_FROM = 6;

interface Named {
  readonly id: string;
  readonly title: string;
}

/**
 * The id that is meant by a name in a comment: as `resolveName` has it, else the nearest within a slip or two, because
 * whoever asks sees at once what was understood. Null where nothing fits.
 */
export function nameMeant(written: string, named: readonly Named[]): string | null {
  const id = resolveName(written, named);
  if (id !== null || written.trim().length < MIN_PREFIX) return id;
  const slips = written.length < FORGIVING_FROM ? 1 : 2;
  const near = nearest(
    written,
    named.flatMap(({ id, title }) => [id, title]),
    slips,
  );
  return near === null ? null : resolveName(near, named);
}

/** The id that is meant by the words a text begins with, as many of them as mean something. */
export function nameMeantFirst(written: string, named: readonly Named[]): string | null {
  const words = written.split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const id = nameMeant(words.slice(0, count).join(' '), named);
    if (id !== null) return id;
  }
  return null;
}
