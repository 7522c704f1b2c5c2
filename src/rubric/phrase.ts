import { z } from 'zod';

/** Longer phrases are sentences, not cues. Characters. */
const MAX_PHRASE_LENGTH = 60;

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
  .max(400)
  .transform(lines => lines.flat());
