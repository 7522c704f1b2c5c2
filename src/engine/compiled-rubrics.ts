import { readFileSync } from 'node:fs';
import type { Rubrics } from '../rubric/rubrics.ts';
import { type PackedRubrics, unpackRubrics } from '../rubric/unpack-rubrics.ts';
import { PACKAGE_ROOT } from './package-root.ts';
import { type RubricInputs, readRubricInputs } from './rubric-inputs.ts';

/** Where `scripts/docs.ts` writes what the rubrics that ship come to. */
export const COMPILED_FILE = 'rubrics/rubrics.generated.json';

/** The compiled copy: what the rubrics came to, and from what. */
export interface CompiledRubrics {
  readonly inputs: RubricInputs;
  readonly rubrics: PackedRubrics;
}

/**
 * The rubrics that ship from their compiled copy; null where there is none that can be read, or it was made from
 * something else than what is there now. The package's own file: what it says of its inputs is trusted.
 */
export function readCompiledRubrics(root = PACKAGE_ROOT): Rubrics | null {
  const copy = readCopy(root);
  return copy !== null && isMadeFrom(copy, readRubricInputs(root)) ? unpackRubrics(copy.rubrics) : null;
}

function readCopy(root: URL): CompiledRubrics | null {
  try {
    return JSON.parse(readFileSync(new URL(COMPILED_FILE, root), 'utf8'));
  } catch {
    return null;
  }
}

function isMadeFrom({ inputs }: Partial<CompiledRubrics>, now: RubricInputs): boolean {
  if (inputs?.engineVersion !== now.engineVersion || inputs.yaml !== now.yaml) return false;
  return now.loader === null || inputs.loader === now.loader;
}
