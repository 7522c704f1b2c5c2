import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readBuiltinRubric, readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { COMPILED_FILE, readCompiledRubrics } from '../../src/engine/compiled-rubrics.ts';
import { PACKAGE_ROOT } from '../../src/engine/package-root.ts';
import { parseBuiltinRubrics } from '../../src/engine/parse-builtin-rubrics.ts';

const parsed = parseBuiltinRubrics();

describe('the copy that ships', () => {
  test('is what the YAML comes to', () => {
    expect(readCompiledRubrics()).toStrictEqual(parsed);
    expect(readBuiltinRubrics()).toStrictEqual(parsed);
    expect(readBuiltinRubric()).toStrictEqual(parsed.base);
  });

  test('gives the types the base’s own objects, as the YAML does', () => {
    const { base, types } = readBuiltinRubrics();
    expect(types).toHaveLength(parsed.types.length);
    for (const { lexicons, toolGroups, criteria } of types) {
      expect(lexicons).toBe(base.lexicons);
      expect(toolGroups).toBe(base.toolGroups);
      expect(criteria[0]).toBe(base.criteria[0]);
    }
  });
});

describe('a copy', () => {
  /** Stands in the copies of these tests and in no YAML, so that it shows which of the two was read. */
  const MARK = 'Read from the copy.';

  let folder: string;
  let root: URL;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'showwork-compiled-'));
    root = pathToFileURL(`${folder}/`);
    cpSync(new URL('rubrics/', PACKAGE_ROOT), pathOf('rubrics'), { recursive: true });
    // It goes on saying that it is made of the YAML beside it.
    rewrite(JSON.stringify(parsed.base.otherType.text), JSON.stringify(MARK));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const pathOf = (path: string) => join(folder, path);
  const copySources = () =>
    cpSync(new URL('src/rubric/', PACKAGE_ROOT), pathOf('src/rubric'), { recursive: true });

  function rewrite(before: string, after: string, path = COMPILED_FILE): void {
    const text = readFileSync(pathOf(path), 'utf8');
    expect(text).toContain(before);
    writeFileSync(pathOf(path), text.replace(before, after));
  }

  test('is read where it is made of the files that are there', () => {
    const { base, types } = readBuiltinRubrics(root);
    for (const { otherType } of [base, ...types, readBuiltinRubric(root)]) expect(otherType.text).toBe(MARK);
  });

  test('is read in a checkout whose sources made it', () => {
    copySources();
    expect(readBuiltinRubrics(root).base.otherType.text).toBe(MARK);
  });

  test.each<[string, () => void]>([
    ['the base has a byte more', () => appendFileSync(pathOf('rubrics/base.yml'), '\n')],
    ['a type has a byte less', () => rewrite('# ', '#', 'rubrics/ml-pipeline.yml')],
    ['a lexicon has another byte', () => rewrite('# ', '#.', 'rubrics/lexicons/ja.yml')],
    ['there is a type more', () => writeFileSync(pathOf('rubrics/web.yml'), '')],
    ['there is a lexicon less', () => rmSync(pathOf('rubrics/lexicons/zh.yml'))],
    ['a file has another name', () => renameSync(pathOf('rubrics/base.yml'), pathOf('rubrics/all.yml'))],
    [
      'two files have each other’s name',
      () => {
        for (const [from, to] of ['de x', 'en de', 'x en'].map(names => names.split(' ')))
          renameSync(pathOf(`rubrics/lexicons/${from}.yml`), pathOf(`rubrics/lexicons/${to}.yml`));
      },
    ],
    ['another version of the engine made it', () => rewrite('"engineVersion":"', '"engineVersion":"1')],
    [
      'other sources made it',
      () => {
        copySources();
        appendFileSync(pathOf('src/rubric/rubric-layer.ts'), '\n');
      },
    ],
    ['it is no JSON', () => rewrite('"rubrics":', '')],
    ['it is null', () => writeFileSync(pathOf(COMPILED_FILE), 'null')],
    ['it does not say what it is made of', () => rewrite('"inputs":', '"input":')],
    [
      'it is a folder',
      () => {
        rmSync(pathOf(COMPILED_FILE));
        mkdirSync(pathOf(COMPILED_FILE));
      },
    ],
  ])('is left alone where %s', (_, change) => {
    expect(readCompiledRubrics(root)).not.toBeNull();
    change();
    expect(readCompiledRubrics(root)).toBeNull();
  });

  test('that is left alone has the YAML read', () => {
    appendFileSync(pathOf('rubrics/lexicons/en.yml'), '\n');
    expect(readBuiltinRubrics(root)).toStrictEqual(parsed);
    expect(readBuiltinRubric(root)).toStrictEqual(parsed.base);
  });

  test('that is missing has the YAML read', () => {
    rmSync(pathOf(COMPILED_FILE));
    expect(readBuiltinRubrics(root)).toStrictEqual(parsed);
  });
});
