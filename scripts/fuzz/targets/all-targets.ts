/** Everything that reads what strangers wrote, one target for each kind of text. */
import type { Target } from '../target.ts';
import { acceptance, comment } from './comment.ts';
import { explanation } from './explanation.ts';
import { glob } from './glob.ts';
import { manifests } from './manifests.ts';
import { readme, readmeBytes } from './readme.ts';
import { rubric } from './rubric.ts';
import { settings } from './settings.ts';

export const TARGETS: readonly Target[] = [
  readme,
  readmeBytes,
  explanation,
  manifests,
  settings,
  rubric,
  comment,
  acceptance,
  glob,
];
