import { beginningOf } from '../readme/beginning-of.ts';
import type { ObservedBlock } from './observe.ts';

/** Characters; enough to know a passage again. */
const MAX_QUOTE = 200;

/** The first words of blocks. */
export function firstWords(blocks: readonly ObservedBlock[]): string {
  let quote = '';
  for (const { text } of blocks) {
    if (quote.length >= MAX_QUOTE) break;
    quote += `${quote === '' ? '' : ' '}${beginningOf(text.text, MAX_QUOTE)}`;
  }
  return beginningOf(quote, MAX_QUOTE);
}
