/** Which language the prose is in. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Block, BlockKind, Section } from './outline.ts';
import { plainLanguageOf } from './plain-language.ts';

/** Less prose than this is too little to tell a language by. */
const FEWEST_LETTERS = 40;
/** eld reads no more than its first 1,000 characters. */
const MOST_CHARACTERS = 1_000;
/** Of these, eld weighs the first 350 bytes or so: a bilingual README takes the language that comes first. */
const BEGINNING = 500;
/** What is the same in every language. */
const NOT_PROSE = /`[^`]*`|https?:\/\/\S+|\S+@\S+/g;
const PROSE: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'quote']);

const UNDETERMINED = 'und';

/** Language of the prose as an ISO 639-1 code; where there is little, of titles, tables and captions too, never of code. */
export function detectLanguage(sections: readonly Section[], blocks: readonly Block[]): string {
  const prose = sampleOf(blocks.filter(block => PROSE.has(block.kind)).map(block => block.text));
  if (hasEnoughLetters(prose)) return detect(prose);
  const titles = sections.map(section => section.title);
  const texts = blocks.filter(block => block.kind !== 'code').map(block => block.text);
  const everything = sampleOf([...titles, ...texts]);
  return hasEnoughLetters(everything) ? detect(everything) : UNDETERMINED;
}

function detect(sample: string): string {
  const plain = plainLanguageOf(sample.slice(0, BEGINNING));
  if (plain !== null) return plain;
  loadedEld ??= loadEld();
  const { language } = loadedEld.eld.detect(sample);
  return language === '' ? UNDETERMINED : language;
}

let loadedEld: typeof import('eld/extrasmall') | undefined;

/**
 * Loaded when a text asks for it: its table takes a quarter of a second and tens of megabytes in each thread. The
 * smallest of eld's tables: on 540 learners' READMEs it agreed with the next larger one on every language.
 */
function loadEld(): typeof import('eld/extrasmall') {
  // Its package is for `import` alone, which waits: resolved as that does, loaded as `require` does.
  return createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/extrasmall')));
}

function sampleOf(texts: readonly string[]): string {
  let sample = '';
  for (const text of texts) {
    sample += `${text.slice(0, MOST_CHARACTERS).replace(NOT_PROSE, ' ')}\n`;
    if (sample.length >= MOST_CHARACTERS) break;
  }
  return sample.slice(0, MOST_CHARACTERS);
}

function hasEnoughLetters(sample: string): boolean {
  let letters = 0;
  for (const _ of sample.matchAll(/\p{L}/gu)) {
    letters += 1;
    if (letters === FEWEST_LETTERS) return true;
  }
  return false;
}
