import { isCharacterWord, mayBeCharacterWord, wordsOf } from './tokenise.ts';

/** One place of a phrase; a stem stands for every word that begins so. */
interface Step {
  readonly word: string;
  readonly stem: boolean;
  /** How many words may stand between this one and the one before. */
  readonly gap: number;
}

interface Pattern<Name> {
  readonly name: Name;
  readonly steps: readonly Step[];
}

export interface Hit<Name> {
  readonly name: Name;
  /** Index of the first and of the last word. */
  readonly start: number;
  readonly end: number;
}

/** How many words `…` may stand for. */
const MAX_GAP = 4;
/** … and how many characters, before a step that is a character of a script without spaces. */
const MAX_CHARACTER_GAP = 8;
const SHORTEST_STEM = 2;
const LONGEST_STEM = 60;
/** Places for the beginnings of phrases: letters from a to z each have their own. A power of two. */
const BEGINNINGS = 2 ** 10;
/** Words of which the candidates are remembered: far more than one README has, and bounded for a warm process. */
const MAX_REMEMBERED = 20_000;

/**
 * Finds many named lists of phrases in one pass over the words (syntax: `src/rubric/phrase.ts`). Time is linear in
 * the words: candidates come from the word at hand, and a phrase looks at a bounded number of words.
 */
export class PhraseMatcher<Name extends string> {
  readonly #byWord = new Map<string, Pattern<Name>[]>();
  readonly #byStem = new Map<string, Pattern<Name>[]>();
  /** How long the stems are that begin with these characters, shortest first: most words begin no stem at all. */
  readonly #stemLengths = new Map<string, number[]>();
  /** Phrases of a script without spaces, by their first character and their second: one begins too many of them. */
  readonly #byPair = new Map<string, Map<string, Pattern<Name>[]>>();
  /** Beginnings of phrases that do not start with a pair; most words have another, and need no closer look. */
  readonly #beginnings = new Uint8Array(BEGINNINGS);
  readonly #remembered = new Map<string, readonly Pattern<Name>[]>();

  constructor(lists: Readonly<Partial<Record<Name, readonly string[]>>>) {
    for (const name of Object.keys(lists) as Name[]) {
      for (const phrase of lists[name] ?? []) this.#add(name, phrase);
    }
  }

  find(words: readonly string[]): readonly Hit<Name>[] {
    const hits: Hit<Name>[] = [];
    for (let start = 0; start < words.length; start += 1) {
      const word = words[start] ?? '';
      if (this.#beginnings[beginningOf(word)] === 1) this.#match(this.#candidates(word), words, start, hits);
      if (!mayBeCharacterWord(word)) continue;
      const pairs = this.#byPair.get(word)?.get(words[start + 1] ?? '');
      if (pairs !== undefined) this.#match(pairs, words, start, hits);
    }
    return hits;
  }

  #match(
    candidates: readonly Pattern<Name>[],
    words: readonly string[],
    start: number,
    hits: Hit<Name>[],
  ): void {
    for (const { name, steps } of candidates) {
      const end = matchFrom(steps, words, start);
      if (end >= 0) hits.push({ name, start, end });
    }
  }

  /** The patterns that can begin with a word; remembered, because prose repeats its words. */
  #candidates(word: string): readonly Pattern<Name>[] {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known;
    const candidates = [...(this.#byWord.get(word) ?? [])];
    for (const length of this.#stemLengths.get(word.slice(0, SHORTEST_STEM)) ?? []) {
      if (length <= word.length) candidates.push(...(this.#byStem.get(word.slice(0, length)) ?? []));
    }
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(word, candidates);
    return candidates;
  }

  #add(name: Name, phrase: string): void {
    const steps = parsePhrase(phrase);
    const [first, second] = steps;
    if (first === undefined) return;
    const pattern = { name, steps };
    const isPair = second?.gap === 0 && isCharacterWord(first.word) && isCharacterWord(second.word);
    if (isPair) {
      const bySecond = this.#byPair.get(first.word) ?? new Map<string, Pattern<Name>[]>();
      this.#byPair.set(first.word, bySecond);
      addTo(bySecond, second.word, pattern);
    } else {
      this.#beginnings[beginningOf(first.word)] = 1;
      if (first.stem) this.#addStem(first.word, pattern);
      else addTo(this.#byWord, first.word, pattern);
    }
  }

  #addStem(stem: string, pattern: Pattern<Name>): void {
    if (stem.length > LONGEST_STEM) return;
    addTo(this.#byStem, stem, pattern);
    const beginning = stem.slice(0, SHORTEST_STEM);
    const lengths = new Set(this.#stemLengths.get(beginning)).add(stem.length);
    this.#stemLengths.set(
      beginning,
      [...lengths].sort((a, b) => a - b),
    );
  }
}

/** Of the first two characters, the same for each stem of the word. */
function beginningOf(word: string): number {
  return ((word.charCodeAt(0) << 5) ^ (word.charCodeAt(1) & 31)) & (BEGINNINGS - 1);
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function parsePhrase(phrase: string): readonly Step[] {
  const steps: Step[] = [];
  let afterGap = false;
  for (const part of phrase.split(/\s+/)) {
    if (part === '…') {
      afterGap = true;
      continue;
    }
    // A hyphenated word is two words: `trade-off*` is `trade`, `off*`.
    const words = wordsOf(part);
    for (const [index, word] of words.entries()) {
      const stem = part.endsWith('*') && index === words.length - 1 && word.length >= SHORTEST_STEM;
      const gap = afterGap ? (isCharacterWord(word) ? MAX_CHARACTER_GAP : MAX_GAP) : 0;
      steps.push({ word, stem, gap });
      afterGap = false;
    }
  }
  return steps;
}

/** Index of the last word of a match that begins at `start`, or -1. The nearest word after a gap is taken. */
function matchFrom(steps: readonly Step[], words: readonly string[], start: number): number {
  let position = start;
  for (let index = 1; index < steps.length; index += 1) {
    const step = steps[index];
    if (step === undefined) break;
    let next = position + 1;
    const last = next + step.gap;
    while (next <= last && next < words.length && !fits(step, words[next] ?? '')) next += 1;
    if (next > last || next >= words.length) return -1;
    position = next;
  }
  return position;
}

function fits(step: Step, word: string): boolean {
  return step.stem ? word.startsWith(step.word) : word === step.word;
}
