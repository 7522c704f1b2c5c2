/** The language of a text that leaves no doubt: told by its commonest words or its script, without a table of a library. */
import { type CommonLanguage, LANGUAGES_OF_WORD } from './common-words.ts';

/** A text that has fewer of a language's common words may have them by chance. */
const FEWEST_COMMON_WORDS = 5;
/** Of all words. Prose comes to 0.3; a list of tools, which is hardly in any language, to less than 0.1. */
const LEAST_SHARE = 0.2;
/** How many times as many as in the next language: Spanish and Portuguese have a third of these words in common. */
const LEAST_LEAD = 1.5;
/** Of all letters, in the scripts of Chinese and Japanese. */
const LEAST_SHARE_OF_SCRIPT = 0.5;
/** Japanese prose is half kana; Chinese has none. */
const LEAST_SHARE_OF_KANA = 0.1;

/**
 * An ISO 639-1 code; null where it takes more than that to tell. Of 528 learners' READMEs it tells 294, each as eld does,
 * and in the Universal Declaration of Human Rights it takes none of 43 other languages that eld knows for one of these.
 */
export function plainLanguageOf(text: string): CommonLanguage | 'ja' | 'zh' | null {
  return byCommonWords(text) ?? byScript(text);
}

function byCommonWords(text: string): CommonLanguage | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = new Map<CommonLanguage, number>();
  for (const word of words) {
    for (const language of LANGUAGES_OF_WORD.get(word) ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return null;
  const [language, count] = first;
  const least = Math.max(FEWEST_COMMON_WORDS, LEAST_SHARE * words.length, LEAST_LEAD * (second?.[1] ?? 0));
  return count >= least ? language : null;
}

function byScript(text: string): 'ja' | 'zh' | null {
  const kana = countOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const both = kana + countOf(text, /\p{Script=Han}/gu);
  if (both === 0 || both < LEAST_SHARE_OF_SCRIPT * countOf(text, /\p{L}/gu)) return null;
  if (kana === 0) return 'zh';
  return kana >= LEAST_SHARE_OF_KANA * both ? 'ja' : null;
}

function countOf(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
