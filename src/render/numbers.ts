/** Numbers for readers of a terminal. */

const MINUS = '\u2212';
/** Gives back what binary fractions lose, such as 0.57 × 100 = 56.999…. */
const NOISE = 1e-9;

/** Such as `54.9 %`; never rounded up, so that what is short of a threshold does not look as if it had reached it. */
export function percent(probability: number): string {
  return `${String(Math.floor(probability * 1000 + NOISE) / 10)} %`;
}

/** Points of the signals, such as `0.89`; never rounded up either. */
export function points(value: number): string {
  return String(Math.floor(value * 100 + NOISE) / 100).replace('-', MINUS);
}

/** A weight, a share or a score, such as `0.15`. */
export function plain(value: number): string {
  return String(Math.round(value * 100) / 100).replace('-', MINUS);
}

/** Something that is added, such as `+1.20`. */
export function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(2);
  return `${value < 0 && rounded !== '0.00' ? MINUS : '+'}${rounded}`;
}
