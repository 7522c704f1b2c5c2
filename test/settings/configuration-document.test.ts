import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { SETTING_KEYS } from '../../src/settings/settings-file.ts';

const ROOT = new URL('../../', import.meta.url);
const SCHEMA_LINE =
  /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/showwork\/showwork\/main\/(schema\/showwork(?:-organisation)?\.json)$/;

const rubrics = readBuiltinRubrics();
const document = readFileSync(new URL('docs/configuration.md', ROOT), 'utf8');
const examples = [...document.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);

function schemaOf(example: string): string {
  return SCHEMA_LINE.exec(example.split('\n')[0] ?? '')?.[1] ?? '';
}

describe('docs/configuration.md', () => {
  test('has an example of every key', () => {
    const keys = new Set(examples.flatMap(text => Object.keys(parse(text))));
    expect([...keys].sort()).toEqual([...SETTING_KEYS, 'lock'].sort());
  });

  test.each(examples.map(text => [Object.keys(parse(text)).join(', '), text]))(
    '%s: the example is read without a problem',
    (_keys, text) => {
      const file = { fileName: 'example.yml', text };
      const ofOrganisation = schemaOf(text).includes('organisation');
      const { problems } = readSettings(
        ofOrganisation ? { organisation: file, repository: null } : { organisation: null, repository: file },
        rubrics,
      );
      expect(problems).toEqual({ organisation: [], repository: [] });
    },
  );

  test.each(examples.map(text => [Object.keys(parse(text)).join(', '), text]))(
    '%s: an editor finds the schema in its first line, and nothing to mark',
    (_keys, text) => {
      const schema = z.fromJSONSchema(JSON.parse(readFileSync(new URL(schemaOf(text), ROOT), 'utf8')));
      expect(schema.safeParse(parse(text))).toMatchObject({ success: true });
      expect(schema.safeParse({ ...parse(text), enabeld: true })).toMatchObject({ success: false });
    },
  );
});
