import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readBuiltinRubric } from '../../src/engine/builtin-rubric.ts';
import { readEngineVersion } from '../../src/engine/engine-version.ts';
import { PACKAGE_ROOT } from '../../src/engine/package-root.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-rubric-'));
  cpSync(new URL('rubrics/', PACKAGE_ROOT), join(folder, 'rubrics'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the rubric that ships loads, the same from any folder', () => {
  const rubric = readBuiltinRubric();
  expect(rubric.lexicons.map(({ language }) => language)).toContain('en');
  expect(readBuiltinRubric(pathToFileURL(`${folder}/`)).digest).toBe(rubric.digest);
});

test('a broken rubric says file, line, column and what was expected', () => {
  const file = join(folder, 'rubrics/base.yml');
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex(line => line.startsWith('version:'));
  writeFileSync(file, lines.with(at, 'version: soon').join('\n'));
  const read = () => readBuiltinRubric(pathToFileURL(`${folder}/`));
  expect(read).toThrow(`RUBRIC_INVALID: rubrics/base.yml:${at + 1}:10 `);
  expect(read).toThrow('Expected: a version such as `1.0.0`');
});

test('the engine’s version is the package’s', () => {
  expect(readEngineVersion()).toMatch(/^\d+\.\d+\.\d+$/);
});
