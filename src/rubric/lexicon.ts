import { z } from 'zod';
import { CUE_NAMES, ZONE_NAMES } from './names.ts';
import { Phrases } from './phrase.ts';

/** How one language says what the signals ask for. Every cue list is there, if need be empty. */
export const Lexicon = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/, { error: 'an ISO 639-1 code such as `en`' }),
  cues: z.record(z.enum(CUE_NAMES), Phrases),
  /** Headings of sections that belong to no criterion, such as installation; a language need not name them all. */
  zones: z.record(z.enum(ZONE_NAMES), Phrases.default([])),
  /** What this language calls the words of a project type, by its id; those of the rubric count beside them. */
  types: z.record(z.string(), Phrases).default({}),
});
export type Lexicon = z.infer<typeof Lexicon>;
