import { mergeByKey } from './merge-by-key.ts';
import type { RubricChanges } from './rubric-changes.ts';

type Questions = RubricChanges['questions'][string]['missing'];

/**
 * What two files change together: criteria of the second after those of the first, headings of both, wording of the
 * second where both have one, questions of the second first.
 */
export function mergeChanges(first: RubricChanges, second: RubricChanges): RubricChanges {
  return {
    criteria: [...first.criteria, ...second.criteria],
    headings: mergeByKey(first.headings, second.headings, mergeHeadings),
    wording: mergeByKey(first.wording, second.wording, (a, b) => ({ ...a, ...b })),
    questions: mergeByKey(first.questions, second.questions, (a, b) =>
      mergeByKey<Questions>(a, b, (questions = [], more = []) => [...more, ...questions]),
    ),
  };
}

/** Names of sections per language, all that either knows. */
export function mergeHeadings(
  first: RubricChanges['headings'][string],
  second: RubricChanges['headings'][string],
): RubricChanges['headings'][string] {
  return mergeByKey(first, second, (names, more) => [...names, ...more]);
}
