import type { Tool } from '../facts/repository-facts.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { ObservedBlock } from './observe.ts';
import { lengthOf, wordsOf } from './words/tokenise.ts';

/** The repository's own words for a question's slots; null where it has none. Raw and untrusted. */
export interface Slots {
  /** The README's title. */
  readonly title: string | null;
  /** The most telling tool of the manifests, and two of them. */
  readonly tool: string | null;
  readonly tools: string | null;
  /** Two tools that do the same job, and which job that is. */
  readonly rivals: string | null;
  readonly job: string | null;
  /** The manifest the tools stand in. */
  readonly manifest: string | null;
  /** A metric the README names. */
  readonly metric: string | null;
  /** The first of its plans. */
  readonly future: string | null;
  /** The passage a finding is about. */
  readonly quote: string | null;
}

const MAX_TITLE_WORDS = 12;
/** Longer quotes do not fit into a question. Characters. */
const MAX_QUOTE = 120;
const MIN_QUOTE_WORDS = 5;

/** The first sentence of a passage, if it fits into a question and says more than a name. */
export function quoteOf(passage: string): string | null {
  const line = passage.slice(0, 600).split('\n', 1)[0] ?? '';
  const sentence = /^.{1,400}?(?:[.!?](?=\s|$)|[。！？])/.exec(line)?.[0] ?? line;
  const quote = trimMarks(sentence);
  const words = Math.max(quote.split(/\s+/).length, lengthOf(wordsOf(quote)));
  return words >= MIN_QUOTE_WORDS && quote.length <= MAX_QUOTE ? quote : null;
}

/** `near` are the tools the README is about (`toolsNear`). */
export function readSlots(blocks: readonly ObservedBlock[], near: readonly Tool[], rubric: Rubric): Slots {
  const rivals = findRivals(near, rubric);
  const tools = rivals?.tools ?? tellingTools(near, rubric);
  const [first, second] = tools;
  const pair =
    first === undefined || second === undefined ? null : `${code(first.name)} and ${code(second.name)}`;
  const title = blocks.find(({ isTitle }) => isTitle)?.text;
  return {
    title:
      title !== undefined && title.wordCount > 1 && title.wordCount <= MAX_TITLE_WORDS ? title.text : null,
    tool: first === undefined ? null : code(first.name),
    tools: pair,
    rivals: rivals === null ? null : pair,
    job: rivals?.job ?? null,
    manifest: first === undefined ? null : code(first.manifest),
    metric: firstSaid(blocks),
    future: firstPlan(blocks),
    quote: null,
  };
}

/** Two tools of one manifest that do the same job. */
function findRivals(near: readonly Tool[], rubric: Rubric) {
  for (const { title, tools } of rubric.toolGroups) {
    const named = near.filter(({ name }) => tools.includes(name));
    const [first] = named;
    const same = named.filter(({ manifest }) => manifest === first?.manifest);
    if (same.length >= 2) return { job: title, tools: same.slice(0, 2) };
  }
  return null;
}

/** Two tools of one manifest, in the order in which the rubric's types and groups name them. */
function tellingTools(near: readonly Tool[], rubric: Rubric) {
  const telling = [...rubric.toolGroups, ...rubric.projectTypes].flatMap(({ tools }) => tools);
  const rank = new Map(telling.map((name, index) => [name, -index]));
  const named = near.filter(({ name }) => rank.has(name));
  const [first] = named;
  return named
    .filter(({ manifest }) => manifest === first?.manifest)
    .sort((a, b) => (rank.get(b.name) ?? 0) - (rank.get(a.name) ?? 0))
    .slice(0, 2);
}

function firstSaid(blocks: readonly ObservedBlock[]): string | null {
  for (const { text } of blocks) {
    for (const sentence of text.sentences) {
      const metric = sentence.said('metric');
      if (metric !== null) return metric;
    }
  }
  return null;
}

function firstPlan(blocks: readonly ObservedBlock[]): string | null {
  const plan = blocks.find(
    ({ zone, text }) => zone === 'future' && text.wordCount >= 2 && text.text.length <= MAX_QUOTE,
  );
  return plan === undefined ? null : trimMarks(plan.text.text);
}

/** Without the marks a line may begin and end with: check boxes, emoji, stops. */
function trimMarks(text: string): string {
  return text.replace(/^(?:\[[ x]?\]|[^\p{L}\p{N}“"'`([])+/iu, '').replace(/[\s.:;,!。：；，！]+$/, '');
}

function code(name: string): string {
  return `\`${name}\``;
}
