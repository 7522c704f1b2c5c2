/** Bold text that takes a heading's place: a whole short paragraph, or a label that a paragraph begins with. */
import { cleanTitle, foldSpace, hasWords } from './plain-words.ts';
import { type TextLine, textOf } from './run-collector.ts';

/** Longer bold text is emphasis, not a title: the longest headings people write have about a dozen words. */
const LONGEST_TITLE = 80;
const LONGEST_LABEL = 60;
const ENDS_LIKE_A_SENTENCE = /[.!;,…]["')\]]*$/u;
const LABEL_END = /[:：.?？]\s*$/u;
const LABEL_SEPARATOR = /^\s*(?:[:：]|[-–—]+(?=\s))/u;

/** The title that a paragraph is, where all of it is bold and short; else undefined. */
export function boldTitle(lines: readonly TextLine[]): string | undefined {
  const [line, ...more] = lines;
  if (line === undefined || more.length > 0) return undefined;
  const spoken = line.runs.filter(run => hasWords(run.text));
  if (spoken.length === 0 || spoken.some(run => !run.bold || run.image)) return undefined;
  const text = textOf([line]);
  if (text.length > LONGEST_TITLE || ENDS_LIKE_A_SENTENCE.test(text)) return undefined;
  return cleanTitle(text);
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
