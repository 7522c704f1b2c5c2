import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EncodedModel, TrainedModel } from '../review/model/decode-model.ts';
import { PACKAGE_ROOT } from './package-root.ts';

/** Where `scripts/train.ts` writes what it learned. */
export const MODEL_FILE = 'models/verdicts.en.generated.json';

/** The trained weights that ship with the package, read from disk. The package's own file: its content is trusted. */
export function readBuiltinModel(root = PACKAGE_ROOT): TrainedModel {
  const bytes = readFileSync(new URL(MODEL_FILE, root));
  const encoded: EncodedModel = JSON.parse(bytes.toString('utf8'));
  return { digest: createHash('sha256').update(bytes).digest('hex'), encoded };
}
