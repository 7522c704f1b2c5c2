import type { Verdict } from '../report.ts';
import type { Opinion } from './score.ts';

/** A criterion is present from this probability on. */
export const PRESENT_FROM = 0.5;
/**
 * It is missing below the first probability and thin from the second one on. In between nobody can tell, and telling
 * someone that they left out what they wrote is the worst mistake. Chosen by cross-validation: about one verdict in
 * twenty lies between.
 */
export const MISSING_BELOW = 0.4;
export const THIN_FROM = 0.55;

/** The verdict that a calibrated opinion comes to. */
export function weigh({ atLeastThin, present }: Pick<Opinion, 'atLeastThin' | 'present'>): Verdict {
  if (present >= PRESENT_FROM) return 'present';
  if (atLeastThin >= THIN_FROM) return 'thin';
  return atLeastThin < MISSING_BELOW ? 'missing' : 'not-assessed';
}
