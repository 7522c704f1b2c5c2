import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { LEXICONS_FOLDER, listFiles, RUBRICS_FOLDER } from './builtin-rubric-files.ts';
import { readEngineVersion } from './engine-version.ts';

/** The sources of the room that reads rubrics. They are in a checkout; what is installed has them built. */
const LOADER_FOLDER = 'src/rubric/';

/** What decides what the rubrics that ship come to. Digests are SHA-256 over names and bytes of files, hex. */
export interface RubricInputs {
  /** Rubrics may come from elsewhere than the engine, such as a folder that is mounted into a container. */
  readonly engineVersion: string;
  readonly yaml: string;
  /** So that whoever changes how rubrics are read sees what that changes; null where there are no sources. */
  readonly loader: string | null;
}

/** The inputs as they are now; `root` is the package's folder. Throws the file system's error. */
export function readRubricInputs(root: URL): RubricInputs {
  const yaml = [RUBRICS_FOLDER, LEXICONS_FOLDER].flatMap(folder => listFiles(folder, '.yml', root));
  const hasSources = existsSync(new URL(LOADER_FOLDER, root));
  return {
    engineVersion: readEngineVersion(),
    yaml: digestFiles(yaml, root),
    loader: hasSources ? digestFiles(listFiles(LOADER_FOLDER, '.ts', root), root) : null,
  };
}

function digestFiles(paths: readonly string[], root: URL): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(new URL(path, root));
    // With its length, so that no bytes can pass for the name of a next file.
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
