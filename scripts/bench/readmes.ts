/** The READMEs that the benchmark reads, as the engine receives them. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRepositoryFolder } from '../../src/cli/read-repository-folder.ts';
import type { ReviewRequest } from '../../src/ports.ts';
import { readLabels } from '../corpus/labels.ts';
import { readRequest } from '../corpus/read-request.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

/** The folders of `fixtures/` that hold a README each. */
export function fixtureFolders(): readonly string[] {
  const readmes = join(FIXTURES, 'readmes');
  return [join(FIXTURES, 'learner'), ...readdirSync(readmes).map(name => join(readmes, name))];
}

export function fixtureRequests(): Promise<readonly ReviewRequest[]> {
  return Promise.all(fixtureFolders().map(folder => readRepositoryFolder(folder)));
}

/** Those that `labels/dev.jsonl` of a corpus folder names. Throws where there is no such file. */
export function corpusRequests(corpus: string): readonly ReviewRequest[] {
  const labels = join(corpus, 'labels/dev.jsonl');
  if (!existsSync(labels)) throw new Error(`${corpus} holds no labels/dev.jsonl`);
  return readLabels(labels).map(({ readme }) => readRequest(corpus, readme));
}

/** The text of a README that was read; '' for one that was not. */
export function textOf({ readme }: ReviewRequest): string {
  return typeof readme.content === 'string' ? '' : Buffer.from(readme.content).toString('utf8');
}
