/** How the growth of what a text costs is judged, in tests and in fuzzing. */

/** Four times the text: linear is 4, quadratic 16. */
export const STEPS = 4;
export const MOST_GROWTH = 10;
/** Below this, what starts and clears away decides. Milliseconds. */
export const TOO_SHORT_TO_TELL = 300;
