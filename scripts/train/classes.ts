/** The classes of words that a person wrote down for the model: `models/classes.en.yml`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WordClasses } from '../../src/review/model/features.ts';
import { PhraseMatcher } from '../../src/review/words/phrase-matcher.ts';

const ClassesFile = z.strictObject({
  language: z.string(),
  words: z.record(z.string(), z.string()),
  headings: z.record(z.string(), z.string()),
});

/** Lists of phrases by the name of their class. */
export interface Classes {
  readonly language: string;
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly headings: Readonly<Record<string, readonly string[]>>;
}

export function readClasses(): Classes {
  const file = resolve(import.meta.dirname, '../../models/classes.en.yml');
  const { language, words, headings } = ClassesFile.parse(parse(readFileSync(file, 'utf8')));
  return { language, words: listsOf(words), headings: listsOf(headings) };
}

export function matchersOf({ words, headings }: Classes): WordClasses {
  return { words: new PhraseMatcher(words), headings: new PhraseMatcher(headings) };
}

function listsOf(classes: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  const lists = Object.entries(classes).map(([name, phrases]) => [name, phrases.split(/,\s*/)] as const);
  return Object.fromEntries(lists);
}
