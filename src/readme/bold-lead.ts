/** Bold text that takes a heading's place: a whole short paragraph, or a label that a paragraph begins with. */
import { cleanTitle, foldSpace, hasWords } from './plain-words.ts';
import { type TextLine, textOf } from './run-collector.ts';

/** Longer text is a statement in bold, not a title; one that ends in a colon announces what follows and may be longer. */
const MOST_TITLE_WORDS = 8;
const MOST_ANNOUNCING_WORDS = 14;
const LONGEST_TITLE = 100;
const LONGEST_LABEL = 60;
const ENDS_LIKE_A_SENTENCE = /[.!;,…。！][^.!;,…。！\p{L}\p{N}]*$/u;
const ENDS_IN_COLON = /[:：]\s*$/u;
const LABEL_END = /[:：.?？]\s*$/u;
const LABEL_SEPARATOR = /^\s*(?:[:：]|[-–—]+(?=\s))/u;

/** The title that a paragraph is, where all of it is bold and short; else undefined. */
export function boldTitle(lines: readonly TextLine[]): string | undefined {
  const [line, ...more] = lines;
  if (line === undefined || more.length > 0) return undefined;
  const spoken = line.runs.filter(run => hasWords(run.text));
  const isTitle = spoken.length > 0 && spoken.every(run => run.bold && !run.image);
  return isTitle ? shortTitle(textOf([line])) : undefined;
}

/** The text as a title, where it is short and no sentence; else undefined. */
export function shortTitle(text: string): string | undefined {
  if (text.length > LONGEST_TITLE) return undefined;
  const most = ENDS_IN_COLON.test(text) ? MOST_ANNOUNCING_WORDS : MOST_TITLE_WORDS;
  if (text.split(' ').filter(hasWords).length > most) return undefined;
  return ENDS_LIKE_A_SENTENCE.test(text) ? undefined : cleanTitle(text);
}

/** The run-in label that a line begins with ("**Problem:** …", "**Data** – …"); else undefined. */
export function boldLabel(line: TextLine, followedByMore: boolean): string | undefined {
  const first = line.runs.findIndex(run => hasWords(run.text));
  const lead = line.runs[first];
  if (lead === undefined || !lead.bold || lead.image) return undefined;
  const label = foldSpace(lead.text);
  if (label.length > LONGEST_LABEL) return undefined;
  const rest = line.runs
    .slice(first + 1)
    .map(run => run.text)
    .join('');
  const standsAlone = !hasWords(rest) && followedByMore;
  const isLabel = standsAlone || (hasWords(rest) && (LABEL_END.test(label) || LABEL_SEPARATOR.test(rest)));
  return isLabel ? cleanTitle(label) : undefined;
}
