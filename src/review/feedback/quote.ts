import { lengthOf, wordsOf } from '../words/tokenise.ts';

/** More does not fit into a question. Characters. */
const MAX_QUOTE = 140;
/** Fewer words are a name or a label. */
const MIN_QUOTE_WORDS = 5;
/** A quote is cut where a part of it ends, unless that leaves too little. Characters. */
const MIN_CUT = 60;
/** GitHub's alerts put this word before their text. */
const ALERT = /^(?:Note|Tip|Important|Warning|Caution)\s+(?=\p{Lu})/u;
const CODE = /`[^`]*`/g;
/** What a line may end with, looked for only where a row of such marks begins; and what stands before a cut. */
const MARKS_BEHIND = /(?<![\s.:;,!。：；，！|])[\s.:;,!。：；，！|]+$/;
const CUT_MARKS = /(?<![\s,;:，；：(])[\s,;:，；：(]+$/;

/** A sentence as it can be quoted in a question: without its marks, cut where it is long. Null where it says too little. */
export function quoteOf(sentence: string): string | null {
  const whole = trimMarks(sentence.replace(/\s+/g, ' ')).replace(ALERT, '');
  if (/[:：]\s*$/.test(sentence) || wordsIn(whole.replace(CODE, ' ')) < MIN_QUOTE_WORDS) return null;
  const quote = innerQuotes(clip(whole));
  return wordsIn(quote) < MIN_QUOTE_WORDS ? null : quote;
}

/** Without the marks a line may begin and end with: check boxes, emoji, stops. */
export function trimMarks(text: string): string {
  return text.replace(/^(?:\[[ x]?\]|[^\p{L}\p{N}“"'`([])+/iu, '').replace(MARKS_BEHIND, '');
}

function wordsIn(text: string): number {
  return Math.max(text.split(/\s+/).filter(Boolean).length, lengthOf(wordsOf(text)));
}

function clip(text: string): string {
  if (text.length <= MAX_QUOTE) return text;
  const start = text.slice(0, MAX_QUOTE - 1);
  const part = Math.max(start.lastIndexOf(', '), start.lastIndexOf('; '), start.lastIndexOf('，'));
  const word = start.lastIndexOf(' ');
  const end = part >= MIN_CUT ? part : word >= MIN_CUT ? word : start.length;
  const kept = start
    .slice(0, end)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  // Half a pair of backticks would make code of the rest of the question.
  const even = (kept.match(/`/g)?.length ?? 0) % 2 === 0 ? kept : kept.slice(0, kept.lastIndexOf('`'));
  return `${even.replace(CUT_MARKS, '')} …`;
}

/** A quote within a quote has single marks. */
function innerQuotes(text: string): string {
  return text
    .replaceAll(/[“„«]/g, '‘')
    .replaceAll(/[”»]/g, '’')
    .replaceAll(/"([^"]*)"/g, '‘$1’');
}
