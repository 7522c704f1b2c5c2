import type { Question } from '../rubric/rubric.ts';
import type { Slots } from './slots.ts';

const SLOT = /\{([a-z]{1,20})\}/g;

/** The first question that fits: its `when` is among the signals, its slots can all be filled. Null where none does. */
export function ask(questions: readonly Question[], slots: Slots, signals: readonly string[]): string | null {
  for (const question of questions) {
    if (question.when !== null && !signals.includes(question.when)) continue;
    const filled = fillSlots(question.ask, { ...slots });
    if (filled !== null) return filled;
  }
  return null;
}

/** A rubric's sentence with the words put into its slots; null where it has a slot that there is no word for. */
export function fillSlots(sentence: string, words: Readonly<Record<string, string | null>>): string | null {
  let missing = false;
  const filled = sentence.replace(SLOT, (_slot, name: string) => {
    const word = Object.hasOwn(words, name) ? words[name] : null;
    if (word === null || word === undefined) missing = true;
    return word ?? '';
  });
  return missing ? null : filled;
}
