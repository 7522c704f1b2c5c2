import { z } from 'zod';

/** Longer phrases are sentences, not cues. Characters. */
const MAX_PHRASE_LENGTH = 60;

/** Lines of one list. */
const MAX_LINES = 400;
/** Phrases of one list, so that a file with aliases cannot fill a thread; the longest list that ships has 300. */
export const MAX_PHRASES = 1_000;

/**
 * A cue: words in order, matched whatever their case and accents. `fail*` is any word that begins so, `…` up to four
 * words within one sentence. Never a regular expression, so that a stranger's rubric cannot make a review slow.
 */
const Phrase = z
  .string()
  .min(1)
  .max(MAX_PHRASE_LENGTH)
  .regex(/^[^…\s]/u, { error: 'a phrase begins with a word' })
  .regex(/[^…\s]$/u, { error: 'a phrase ends with a word' });

/** A list of phrases; one line may hold several, parted by commas. */
export const Phrases = z
  .array(
    z
      .string()
      .transform(line => line.split(/[,、，]/).map(phrase => phrase.trim()))
      .pipe(z.array(Phrase)),
  )
  .max(MAX_LINES)
  .transform(lines => lines.flat())
  .pipe(z.array(z.string()).max(MAX_PHRASES));
