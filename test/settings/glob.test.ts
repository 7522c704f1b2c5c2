import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  Glob,
  globMatcher,
  MAX_GLOB_LENGTH,
  MAX_MATCHED_LENGTH,
  MAX_WILDCARDS,
} from '../../src/settings/glob.ts';

function problemOf(glob: string): string | null {
  const result = Glob.safeParse(glob);
  return result.success ? null : (result.error.issues[0]?.message ?? '');
}

describe('a glob stands for names', () => {
  test.each([
    ['main', 'main', true],
    ['main', 'main2', false],
    ['main', 'Main', false],
    ['*', 'main', true],
    ['*', 'feature/x', false],
    ['*', '.hidden', true],
    ['**', 'feature/x/y', true],
    ['feature/**', 'feature/x/y', true],
    ['feature/**', 'features/x', false],
    ['**/hotfix', 'hotfix', true],
    ['**/hotfix', 'team/a/hotfix', true],
    ['release/?.?', 'release/1.2', true],
    ['release/?.?', 'release/10.2', false],
    ['a.c*', 'abc', false],
    ['dependabot/npm/@types/*', 'dependabot/npm/@types/node', true],
    ['projects (old)', 'projects (old)', true],
  ])('%s for %s: %s', (glob, name, expected) => {
    expect(problemOf(glob)).toBeNull();
    expect(globMatcher(glob)(name)).toBe(expected);
  });

  test('never for a name that is longer than any branch or path', () => {
    const matches = globMatcher('a*');
    expect(matches('a'.repeat(MAX_MATCHED_LENGTH))).toBe(true);
    expect(matches('a'.repeat(MAX_MATCHED_LENGTH + 1))).toBe(false);
  });
});

describe('a glob that could be dear is refused, with what to write', () => {
  test.each([
    ['alternatives', '{main,dev}/*', 'for alternatives, an entry each'],
    ['a set of characters', 'release-[0-9]*', 'for alternatives, an entry each'],
    ['an extended glob', '+(a)*', 'for alternatives, an entry each'],
    ['two stars in a part', '*a*', 'one `*` between two slashes'],
    ['a double star that is no part', 'a**', '`**` alone between them'],
    ['two double stars', '**/a/**', 'a glob with one `**`'],
  ])('%s', (_case, glob, expected) => {
    expect(problemOf(glob)).toContain(expected);
  });

  test('at the limits', () => {
    expect(problemOf('?'.repeat(MAX_WILDCARDS))).toBeNull();
    expect(problemOf('?'.repeat(MAX_WILDCARDS + 1))).toContain(`at most ${MAX_WILDCARDS} wildcards`);
    expect(problemOf('a'.repeat(MAX_GLOB_LENGTH))).toBeNull();
    expect(problemOf('a'.repeat(MAX_GLOB_LENGTH + 1))).not.toBeNull();
    expect(problemOf('')).not.toBeNull();
  });
});

/** What the syntax says, without regular expressions: each table cell is decided once. */
function fitsByTable(glob: string, name: string): boolean {
  if (!/[*?]/.test(glob)) return glob === name;
  const [parts, names] = [glob.split('/'), name.split('/')];
  const from = (part: number, at: number): boolean => {
    const here = parts[part];
    if (here === undefined) return at === names.length;
    if (here === '**')
      return names.slice(at).some((_, more) => from(part + 1, at + more)) || from(part + 1, names.length);
    const text = names[at];
    if (text === undefined) return false;
    const [start = '', end] = here.split('*');
    const one = (pattern: string, piece: string) =>
      pattern.length === piece.length && [...pattern].every((char, i) => char === '?' || char === piece[i]);
    const fits =
      end === undefined
        ? one(here, text)
        : text.length >= start.length + end.length &&
          one(start, text.slice(0, start.length)) &&
          one(end, text.slice(text.length - end.length));
    return fits && from(part + 1, at + 1);
  };
  return from(0, 0);
}

describe('every glob that is accepted', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    'ab',
    '*',
    'a*',
    '*b',
    '?',
    'a?',
    '**',
    '+',
    '@a',
    '!b',
    '.c',
    '$',
    '^a',
    ',',
    '~',
    ' ',
    '#',
  );
  const glob = fc
    .array(part, { minLength: 1, maxLength: 5 })
    .map(parts => parts.join('/'))
    .filter(text => problemOf(text) === null && !text.startsWith('!'))
    // Below a wildcard, a final `**` wants a part of its own; below a name it may stand for nothing.
    .filter(text => !/[*?][^/]*\/\*\*$/.test(text));
  const name = fc
    .array(
      fc.constantFrom('a', 'b', 'ab', 'aab', 'abb', '+', '@a', '!b', '.c', '$', '^a', ',', '~', ' ', '#'),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map(parts => parts.join('/'));

  test('says what a plain reading of the syntax says', () => {
    fc.assert(
      fc.property(glob, name, (pattern, text) => {
        expect({ pattern, text, fits: globMatcher(pattern)(text) }).toEqual({
          pattern,
          text,
          fits: fitsByTable(pattern, text),
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('answers at once on names made to be tried again and again', () => {
    for (const dear of [
      '**/*a/*a/*a/*a/*a/*a/*ab',
      '**/?/?/?/?/?/?/x',
      '*/*/*/*/*/*/*/x*',
      `**/${'a/'.repeat(90)}b`,
    ]) {
      expect(problemOf(dear)).toBeNull();
      const matches = globMatcher(dear);
      for (const text of ['a', 'a/', 'aa/', 'aaaaaaaaaa/']) {
        const hostile = text.repeat(MAX_MATCHED_LENGTH).slice(0, MAX_MATCHED_LENGTH - 1);
        for (let times = 0; times < 200; times += 1) expect(matches(`${hostile}c`)).toBe(false);
      }
    }
  });
});
