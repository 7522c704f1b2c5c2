/** Which language the prose is in. */
import { eld } from 'eld/extrasmall';
import type { Block, Outline } from './outline.ts';

/** Less prose than this is too little to tell a language by. */
const LEAST_LETTERS = 40;
/** eld reads no more than its first 1,000 characters; a bilingual README takes the language that comes first. */
const MOST_CHARACTERS = 1000;
const NOT_PROSE = /`[^`]*`|https?:\/\/\S+|\S+@\S+/g;
const UNDETERMINED = { code: 'und', confidence: 0 };

/** Language of the blocks' prose as an ISO 639-1 code; code, tables and captions do not count. */
export function detectLanguage(blocks: readonly Block[]): Outline['language'] {
  const sample = proseOf(blocks);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS) return UNDETERMINED;
  const result = eld.detect(sample);
  if (result.language === '') return UNDETERMINED;
  const confidence = result.getScores()[result.language] ?? 0;
  return { code: result.language, confidence };
}

function proseOf(blocks: readonly Block[]): string {
  let prose = '';
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'table-row' || block.kind === 'caption') continue;
    prose += `${block.text.slice(0, MOST_CHARACTERS).replace(NOT_PROSE, ' ')}\n`;
    if (prose.length >= MOST_CHARACTERS) break;
  }
  return prose.slice(0, MOST_CHARACTERS);
}
