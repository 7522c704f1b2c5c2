const ANNOUNCEMENT =
  /\b(?:explain|tell|say|describe|cover|list|share|document|ask)(?:s|ed|ing)?\b[^.!?]{0,120}\bwhat (?:did not|didn['’]t|does not|doesn['’]t) work\b/i;

/** Characters of a sentence that are looked at. */
const MAX_SENTENCE = 600;

/** "The README explains what did not work": a sentence about such a passage, and not the passage. */
export function announcesFailures(sentence: string): boolean {
  return ANNOUNCEMENT.test(sentence.slice(0, MAX_SENTENCE));
}
