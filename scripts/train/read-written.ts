/** What was written for the model: YAML files in a folder of `models/`, each a list. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const MODELS = resolve(import.meta.dirname, '../../models');

/** All items, in the order of their files' names. Throws with the file's name where one is malformed. */
export function readWritten<Item>(folder: string, schema: z.ZodType<Item>): Item[] {
  const files = readdirSync(join(MODELS, folder))
    .filter(name => name.endsWith('.yml'))
    .sort();
  return files.flatMap(name => {
    const parsed = z.array(schema).safeParse(parse(readFileSync(join(MODELS, folder, name), 'utf8')));
    if (parsed.success) return parsed.data;
    throw new Error(`models/${folder}/${name}: ${z.prettifyError(parsed.error)}`);
  });
}
