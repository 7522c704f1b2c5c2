/** Expressions that would take the square of their text's length, and never get a long one. */
import { bareName } from '../../src/commands/plain-words.ts';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { judge } from '../../src/engine/judge.ts';
import { isBadge } from '../../src/readme/badges.ts';
import { detectLanguage } from '../../src/readme/language.ts';
import type { Block } from '../../src/readme/outline.ts';
import { cleanTitle } from '../../src/readme/plain-words.ts';
import { requestFor, TIDES } from '../engine/requests.ts';

export interface BoundedExpression {
  readonly file: string;
  /** As its source begins. */
  readonly begins: string;
  readonly why: string;
  /** What a text for it is made of. */
  readonly units: readonly string[];
  /** Gives a text to what stands before the expression. */
  feed(text: string): unknown;
}

const yardstick = readBuiltinYardstick();

export const BOUNDED: readonly BoundedExpression[] = [
  {
    file: 'src/commands/plain-words.ts',
    begins: String.raw`^[\s\p{P}\p{S}]+|`,
    why: 'A name is cut before it is read.',
    units: ['-', '- ', 'x-'],
    feed: bareName,
  },
  {
    file: 'src/readme/badges.ts',
    begins: String.raw`(?:^|\/\/)(?:[\w-]+\.)*(?:shields`,
    why: 'The beginning of an address is looked at.',
    units: ['hits.', '//hits.', '//a.hits'],
    feed: isBadge,
  },
  {
    file: 'src/readme/language.ts',
    begins: '`[^`]*`|https?:',
    why: 'Of each block the beginning is looked at, and of all of them as much.',
    units: ['a', 'a@', 'a `', '@'],
    feed: text => detectLanguage([], blocksOf(text)),
  },
  {
    file: 'src/readme/plain-words.ts',
    begins: String.raw`[\s\p{Pd}`,
    why: 'Titles are cut before they are read.',
    units: ['-', '- ', '.'],
    feed: cleanTitle,
  },
  {
    file: 'src/review/feedback/slots/metric-slot.ts',
    begins: String.raw`\d|\p{L}.*\p{Lu}`,
    why: 'It is asked of a phrase of the lexicon, which is a few words long.',
    units: ['We measure mean absolute error. ', 'recall ', 'precision'],
    feed: text => judge(requestFor(`${TIDES}\n${text}`), yardstick),
  },
];

/** One block of it all, and as many that are so long that each is read to its bound. */
function blocksOf(text: string): readonly Block[] {
  const parts = [text, ...(text.match(/.{1,2000}/gs) ?? [])];
  return parts.map((part, index) => ({
    kind: 'paragraph',
    index,
    section: 0,
    text: part,
    range: { startLine: 1, endLine: 1 },
    depth: 0,
  }));
}
