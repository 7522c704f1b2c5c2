import type { RepositoryFacts } from '../facts/repository-facts.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { ObservedBlock } from './observe.ts';
import { wordsOf } from './words/tokenise.ts';

/** The repository's own words for a question's slots; null where it has none. Raw and untrusted. */
export interface Slots {
  readonly tool: string | null;
  readonly tools: string | null;
  readonly manifest: string | null;
  readonly metric: string | null;
  readonly future: string | null;
  readonly quote: string | null;
}

/** Longer quotes do not fit into a question. Characters. */
const MAX_QUOTE_IN_QUESTION = 120;
const SLOT = /\{([a-z]{1,20})\}/g;

/** The first question whose slots can all be filled, filled; null where none can. */
export function askFirst(questions: readonly string[], slots: Slots): string | null {
  const words = new Map<string, string | null>(Object.entries(slots));
  for (const question of questions) {
    const names = [...question.matchAll(SLOT)].map(match => match[1] ?? '');
    if (names.some(name => (words.get(name) ?? null) === null)) continue;
    return question.replace(SLOT, (_slot, name: string) => words.get(name) ?? '');
  }
  return null;
}

/** The first sentence of a passage, if it fits into a question. */
export function quoteOf(passage: string): string | null {
  const first = /^[^\n]{1,400}?[.!?](?=\s|$)/.exec(passage)?.[0] ?? passage.split('\n', 1)[0] ?? '';
  const quote = first.trim().replace(/[.:;,]$/, '');
  return quote.length >= 12 && quote.length <= MAX_QUOTE_IN_QUESTION ? quote : null;
}

export function readSlots(blocks: readonly ObservedBlock[], facts: RepositoryFacts, rubric: Rubric): Slots {
  const [first, second] = namedTools(blocks, facts, rubric);
  const future = blocks.find(({ zone, text }) => zone === 'future' && text.wordCount >= 2);
  return {
    tool: first?.name ?? null,
    tools: first === undefined || second === undefined ? null : `${first.name} and ${second.name}`,
    manifest: first === undefined ? null : `\`${first.manifest}\``,
    metric: firstMetric(blocks),
    future: future === undefined ? null : quoteOf(future.text.text),
    quote: null,
  };
}

/** At most two tools of one manifest that the README names too, those that tell most about a project first. */
function namedTools(blocks: readonly ObservedBlock[], facts: RepositoryFacts, rubric: Rubric) {
  const telling = new Set(rubric.projectTypes.flatMap(type => type.tools));
  const mentioned = new Set(blocks.flatMap(({ text }) => text.sentences.flatMap(({ words }) => words)));
  const named = facts.tools.filter(
    ({ name }) => telling.has(name) && wordsOf(name).every(word => mentioned.has(word)),
  );
  return named.filter(({ manifest }) => manifest === named[0]?.manifest).slice(0, 2);
}

function firstMetric(blocks: readonly ObservedBlock[]): string | null {
  for (const { text } of blocks) {
    for (const sentence of text.sentences) {
      const metric = sentence.wordsOf('metric');
      if (metric !== null) return metric;
    }
  }
  return null;
}
