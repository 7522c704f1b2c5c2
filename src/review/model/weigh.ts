import type { Verdict } from '../report.ts';
import type { Opinion } from './score.ts';

/** From these probabilities on the model takes a criterion for thin, and for present. */
const THIN_FROM = 0.5;
const PRESENT_FROM = 0.5;

/** Where signals see something and the model does not: surely missing below the first, thin from the second on. */
const SURELY_MISSING_BELOW = 0.1;
const THIN_AFTER_ALL_FROM = 0.4;

/**
 * The model's verdict. *Missing* is said only where two readers agree, the model and the signals: telling someone that
 * they left out what they wrote is the worst mistake. Where they disagree and the model is not sure, nobody can tell.
 */
export function weigh({ atLeastThin, present }: Opinion, bySignals: Verdict): Verdict {
  if (present >= PRESENT_FROM) return 'present';
  if (atLeastThin >= THIN_FROM) return 'thin';
  if (bySignals === 'missing' || atLeastThin < SURELY_MISSING_BELOW) return 'missing';
  return atLeastThin >= THIN_AFTER_ALL_FROM ? 'thin' : 'not-assessed';
}
