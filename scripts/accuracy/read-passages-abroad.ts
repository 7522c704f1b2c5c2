/**
 * Passages in the languages other than English there are lexicons for (`fixtures/passages/*.yml`), written for the
 * project and labelled by its guide: what READMEs of those languages say, on more subjects than we have READMEs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { COUNTED_CRITERIA, Level } from '../corpus/labels.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/passages');

const PassageAbroad = z.strictObject({
  /** The headings above it, the README's title first. */
  under: z.array(z.coerce.string()).max(5),
  /** The level of each criterion if this were all that a README said; 0 where it is not named. */
  shows: z.partialRecord(z.enum(COUNTED_CRITERIA), Level),
  text: z.string().min(1),
});
export type PassageAbroad = z.infer<typeof PassageAbroad>;
const PassageFile = z.array(PassageAbroad);

/** The passages of each language, by its code. Throws with the file's name where one is malformed. */
export function readPassagesAbroad(): ReadonlyMap<string, readonly PassageAbroad[]> {
  const files = readdirSync(FOLDER)
    .filter(name => name.endsWith('.yml'))
    .sort();
  return new Map(files.map(name => [name.replace('.yml', ''), readFile(name)]));
}

function readFile(name: string): readonly PassageAbroad[] {
  const parsed = PassageFile.safeParse(parse(readFileSync(join(FOLDER, name), 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`fixtures/passages/${name}: ${z.prettifyError(parsed.error)}`);
}
