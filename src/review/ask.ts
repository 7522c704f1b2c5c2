import type { Question } from '../rubric/rubric.ts';
import type { Slots } from './slots.ts';

const SLOT = /\{([a-z]{1,20})\}/g;

/** The first question that fits: its `when` is among the signals, its slots can all be filled. Null where none does. */
export function ask(questions: readonly Question[], slots: Slots, signals: readonly string[]): string | null {
  const words = new Map<string, string | null>(Object.entries(slots));
  for (const question of questions) {
    if (question.when !== null && !signals.includes(question.when)) continue;
    const names = [...question.ask.matchAll(SLOT)].map(match => match[1] ?? '');
    if (names.some(name => (words.get(name) ?? null) === null)) continue;
    return question.ask.replace(SLOT, (_slot, name: string) => words.get(name) ?? '');
  }
  return null;
}
