import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { loadYaml, MAX_PROBLEMS } from '../../src/rubric/load-yaml.ts';
import { MAX_NESTING } from '../../src/rubric/parse-yaml.ts';

const FILE = z.strictObject({
  name: z.string().max(8).optional(),
  on: z.boolean().optional(),
  list: z.array(z.unknown()).max(2).optional(),
  map: z.record(z.string().regex(/^[a-z]+$/, { error: 'lower-case letters' }), z.unknown()).optional(),
});

function problemsOf(text: string): string[] {
  const loaded = loadYaml(text, 'my.yml', FILE);
  if (loaded.ok) return [];
  return loaded.problems.map(
    ({ line, column, message, expected }) => `${line}:${column} ${message} [${expected}]`,
  );
}

describe('a mistake of YAML is told at its place', () => {
  test.each([
    [
      'a second document',
      'name: a\n---\nname: b\n',
      '2:1 A second document begins here. [one document, without `---`]',
    ],
    ['a tab', 'map:\n\ta: 1\n', '2:1 A tab indents this line. [spaces]'],
    ['a key twice', 'name: a\nname: b\n', '2:1 `name` is already there. [each key once]'],
    ['a key twice further in', 'map: { a: 1, a: 2 }\n', '1:14 `a` is already there. [each key once]'],
    [
      'a key that objects have by nature',
      'map:\n  __proto__: 1\n',
      '2:3 Unknown key `__proto__`. [a key of this file]',
    ],
    ['a key that is a list', '[a]: 1\n', '1:1 A key is no name. [a name before the colon]'],
    [
      'an alias of nothing',
      'list: [*a]\n',
      '1:8 Nothing above is called `&a`. [an anchor that stands above]',
    ],
    ['a tag', 'name: !js/function x\n', '1:7 Unresolved tag: !js/function [valid YAML]'],
    ['a list', '- name\n', '1:1 The document does not fit. [keys with values]'],
    ['a word', 'yes\n', '1:1 The document does not fit. [keys with values]'],
    ['nothing', '', '1:1 The document is empty. [keys with values]'],
  ])('%s', (_case, text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  test.each([
    ['a value left out', 'list:\n', '`list` is empty. [a list]'],
    ['yes for true', 'on: yes\n', '`on` does not fit. [`true` or `false`]'],
    ['too many characters', 'name: characters\n', '`name` does not fit. [at most 8 characters]'],
    ['too many items', 'list: [1, 2, 3]\n', '`list` does not fit. [at most 2 items]'],
    ['a name of the wrong kind', 'map: { A1: x }\n', '`A1` cannot be a name here. [lower-case letters]'],
    ['a very long key of emoji', `k${'🌊'.repeat(90)}: 1\n`, `Unknown key \`k${'🌊'.repeat(59)}…\`.`],
    ['a very long key', `${'k'.repeat(90)}: 1\n`, `Unknown key \`${'k'.repeat(60)}…\`.`],
  ])('%s', (_case, text, expected) => {
    expect(problemsOf(text)[0]).toContain(expected);
  });

  test('the first problems stand for all of a file of another kind', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `key${index}: 1\n`).join('');
    expect(problemsOf(keys(MAX_PROBLEMS))).toHaveLength(MAX_PROBLEMS);
    expect(problemsOf(keys(MAX_PROBLEMS + 1))).toHaveLength(MAX_PROBLEMS);
    expect(problemsOf('"'.repeat(999))).toHaveLength(MAX_PROBLEMS);
  });
});

describe('nesting', () => {
  const brackets = (depth: number) => `list: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  const dashes = (depth: number) => `list:\n${'- '.repeat(depth)}1\n`;

  test.each([
    ['brackets', brackets],
    ['dashes', dashes],
  ])('%s at the limit are read, one more is told', (_kind, nested) => {
    expect(problemsOf(nested(MAX_NESTING))).toEqual([]);
    expect(problemsOf(nested(MAX_NESTING + 1))).toEqual([expect.stringContaining('This nests too deeply.')]);
  });

  test('is told at its line', () => {
    expect(problemsOf(`name: a\n${brackets(500)}`)).toEqual([
      `2:${7 + MAX_NESTING} This nests too deeply. [at most ${MAX_NESTING} levels]`,
    ]);
  });

  test('cannot fill the stack, whatever the levels are made of', () => {
    for (const level of ['[', '{a: ', '- ', '? ', '[:', '- [', '? - ', 'a: [']) {
      expect(problemsOf(level.repeat(20_000)).length).toBeGreaterThan(0);
    }
  });
});

test('any text is read or told, and the same each time', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'name',
      'map',
      '__proto__',
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!!',
      '|',
      '---',
      '? ',
      '"',
      '#',
      '<<',
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('');
      const loaded = loadYaml(text, 'my.yml', FILE);
      if (loaded.ok) return;
      expect(loaded.problems.length).toBeGreaterThan(0);
      const lines = text.split('\n').length;
      for (const { line, column } of loaded.problems) {
        expect(line >= 1 && line <= lines && column >= 1).toBe(true);
      }
      expect(loadYaml(text, 'my.yml', FILE)).toEqual(loaded);
    }),
  );
});
