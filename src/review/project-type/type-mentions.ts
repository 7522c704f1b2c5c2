import type { ReadBlock } from '../read-blocks.ts';
import type { Reading } from '../reading.ts';
import { joinWords, writtenAs } from '../words/tokenise.ts';

/** A few words are shown; more different ones than this are only counted, so that stuffing them costs nothing. */
const MAX_TOLD_APART = 50;

/** How often a README uses a project type's words. */
export interface Mentions {
  title: number;
  prose: number;
  /** The words that were found, with how often, and as the author wrote them first. */
  readonly words: Map<string, { times: number; readonly written: string }>;
}

export const NO_MENTIONS: Mentions = { title: 0, prose: 0, words: new Map() };

/** By the type's id; types that are not mentioned are left out. */
export function countMentions(blocks: readonly ReadBlock[], reading: Reading): ReadonlyMap<string, Mentions> {
  const mentions = new Map<string, Mentions>();
  for (const { read, isTitle } of blocks) {
    for (const { text: sentence, words } of read.sentences) {
      for (const { name, start, end } of reading.types.find(words)) {
        const found = mentions.get(name) ?? { title: 0, prose: 0, words: new Map() };
        mentions.set(name, found);
        found[isTitle ? 'title' : 'prose'] += 1;
        const said = joinWords(words.slice(start, end + 1));
        const known = found.words.get(said);
        if (known !== undefined) known.times += 1;
        else if (found.words.size < MAX_TOLD_APART)
          found.words.set(said, { times: 1, written: writtenAs(sentence, start, end).toLowerCase() });
      }
    }
  }
  return mentions;
}
