import { customise } from '../rubric/customise.ts';
import { digestOf } from '../rubric/digest.ts';
import { NO_CHANGES, type RubricChanges } from '../rubric/rubric-changes.ts';
import type { Rubrics } from '../rubric/rubrics.ts';

/**
 * Changed rubrics that are kept, the last used ones. What is compiled from a rubric hangs on the object, so that the next
 * review by the same changes need not compile it again: that takes 40 ms. Compiled for three project types, one takes
 * 2 MB of the heap that the dearest READMEs nearly fill (`HEAP_LIMIT_MB`).
 */
export const MAX_KEPT = 12;

const UNCHANGED = digestOf(NO_CHANGES);
const kept = new WeakMap<Rubrics, Map<string, Rubrics>>();

/** The rubrics with the changes of an organisation or a repository; the same object for the same changes. */
export function rubricsInForce(rubrics: Rubrics, changes: RubricChanges = NO_CHANGES): Rubrics {
  if (changes === NO_CHANGES) return rubrics;
  const digest = digestOf(changes);
  if (digest === UNCHANGED) return rubrics;
  const byDigest = kept.get(rubrics) ?? new Map<string, Rubrics>();
  kept.set(rubrics, byDigest);
  const changed = byDigest.get(digest) ?? customise(rubrics, changes);
  // The order of a map is that of its entries' coming in: the last used one comes in last.
  byDigest.delete(digest);
  byDigest.set(digest, changed);
  const [oldest] = byDigest.keys();
  if (byDigest.size > MAX_KEPT && oldest !== undefined) byDigest.delete(oldest);
  return changed;
}
