/** Where the corpus of labelled READMEs is on this machine. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const BESIDE_THE_PROJECT = resolve(import.meta.dirname, '../../../shared/corpus');

/** The folder asked for, else the one beside the project; null where there is neither. */
export function locateCorpus(asked: string | undefined): string | null {
  const folder = asked === undefined ? BESIDE_THE_PROJECT : resolve(asked);
  return existsSync(folder) ? folder : null;
}

export const NO_CORPUS =
  'No corpus folder found. Pass one: npm run accuracy -- --corpus DIR, where DIR holds repos/ and labels/dev.jsonl.';
