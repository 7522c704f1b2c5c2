import type { Verdict } from '../report.ts';
import type { Opinion } from './score.ts';

/** A criterion is present from this probability on. */
export const PRESENT_FROM = 0.5;
/**
 * It is missing below the first probability and thin from the second one on. In between nobody can tell, and telling
 * someone that they left out what they wrote is the worst mistake: the first is chosen by cross-validation so that nine
 * in ten that are called missing are.
 */
const MISSING_BELOW = 0.25;
export const THIN_FROM = 0.55;
/** … and below this where the same prose would be present under other headings: then it is not for them to decide. */
const SURELY_MISSING_BELOW = 0.15;

/** The probability below which a criterion is missing. */
export function missingBelow(couldBePresent: boolean): number {
  return couldBePresent ? SURELY_MISSING_BELOW : MISSING_BELOW;
}

/** The verdict that a calibrated opinion comes to; `couldBePresent` by the signals (`CriterionScore`). */
export function weigh(
  { atLeastThin, present }: Pick<Opinion, 'atLeastThin' | 'present'>,
  couldBePresent: boolean,
): Verdict {
  if (present >= PRESENT_FROM) return 'present';
  if (atLeastThin >= THIN_FROM) return 'thin';
  return atLeastThin < missingBelow(couldBePresent) ? 'missing' : 'not-assessed';
}
