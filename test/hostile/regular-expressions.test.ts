/**
 * No regular expression of `src/` can be made to try again and again: each takes time in proportion to its text, or gets
 * a short one (`bounded-expressions.ts`). Held twice: scslre reads an expression and knows what one repeated character can
 * do, and texts made from the expression itself (`pumped-texts.ts`) are matched, in processor time.
 */
import { describe, expect, test } from '@jest/globals';
import { analyse } from 'scslre';
import {
  constructedBy,
  constructionsIn,
  type Expression,
  literalsIn,
  sourceFiles,
} from './own-expressions.ts';
import { processorTime } from './processor-time.ts';
import { pumpedTexts } from './pumped-texts.ts';

const FILES = sourceFiles();
const CONSTRUCTIONS = constructionsIn(FILES);
const WITH_CONSTRUCTIONS = [...new Set(CONSTRUCTIONS.map(({ file }) => file))];
const CONSTRUCTED = await constructedBy(WITH_CONSTRUCTIONS);
// Only now: it loads modules that construct some.
const { BOUNDED } = await import('./bounded-expressions.ts');
const EXPRESSIONS = [...literalsIn(FILES), ...CONSTRUCTED];

/** Characters. Linear ones take less than 20 ms for so many, those of the square at least 250 ms. */
const PUMPED = 80_000;
const MOST_TIME = 100;

/** So long, and each of those would take half a minute. Characters. */
const FED = 200_000;
const MOST_TIME_FED = 2_000;

function isSuperlinear({ source, flags }: Omit<Expression, 'file'>): boolean {
  if (analyse({ source, flags }).reports.length > 0) return true;
  const all = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  return pumpedTexts(all, PUMPED).some(text => {
    const match = () => processorTime(() => text.replaceAll(all, ''));
    // A second time, so that nobody else's work on the machine decides.
    return match() > MOST_TIME && match() > MOST_TIME;
  });
}

const SUPERLINEAR = EXPRESSIONS.filter(isSuperlinear);
const isListed = ({ file, source }: Expression) =>
  BOUNDED.some(bounded => bounded.file === file && source.startsWith(bounded.begins));

test('every expression takes time in proportion to its text, or is among those that get a short one', () => {
  expect(EXPRESSIONS.length).toBeGreaterThan(200);
  expect(SUPERLINEAR.filter(expression => !isListed(expression))).toEqual([]);
});

test('the list has no others', () => {
  const superlinear = (file: string, begins: string) =>
    SUPERLINEAR.some(expression => expression.file === file && expression.source.startsWith(begins));
  expect(BOUNDED.filter(({ file, begins }) => !superlinear(file, begins))).toEqual([]);
});

describe('what is given to those gets no further', () => {
  test.each(BOUNDED)('$file: $begins', ({ units, feed }) => {
    for (const unit of units) {
      const text = unit.repeat(FED / unit.length);
      feed(text);
      expect(processorTime(() => feed(text))).toBeLessThan(MOST_TIME_FED);
    }
  });
});

test('expressions are made once, when a module is loaded, so that none is made of what somebody sends', () => {
  expect(CONSTRUCTIONS.filter(({ atTop }) => !atTop)).toEqual([]);
  expect(CONSTRUCTED.length).toBeGreaterThan(0);
  expect(CONSTRUCTED.map(({ file }) => file).sort()).toEqual(CONSTRUCTIONS.map(({ file }) => file).sort());
});

describe('what takes the square of its length is found out', () => {
  test.each([
    ['one character again and again', /\/+$/],
    ['two parts that share a character', /^a+\s*\s*$/],
    ['a word that begins it again and again', /\binstallation\b.*\bsuspended\b/i],
  ])('%s', (_, { source, flags }) => {
    expect(isSuperlinear({ source, flags })).toBe(true);
  });
});
