/**
 * Writes the documents and schemas that are made from the code, and the compiled copy of the rubrics; with `--check`,
 * says which are stale and what to run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED_FILE } from '../src/engine/compiled-rubrics.ts';
import { commandsDocument } from './docs/commands.ts';
import { compiledRubrics } from './docs/compiled-rubrics.ts';
import { configurationDocument } from './docs/configuration.ts';
import { errorsDocument } from './docs/errors.ts';
import { eventsDocument } from './docs/events.ts';
import { licencesDocument } from './docs/licences.ts';
import { metricsDocument } from './docs/metrics.ts';
import { requestsDocument } from './docs/requests.ts';
import { lexiconSchema, rubricLayerSchema, rubricSchema } from './docs/rubric-schema.ts';
import { organisationSettingsSchema, settingsSchema } from './docs/settings-schema.ts';
import { signalsDocument } from './docs/signals.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const DOCUMENTS: Record<string, () => string> = {
  'docs/commands.md': commandsDocument,
  'docs/configuration.md': configurationDocument,
  'docs/errors.md': errorsDocument,
  'docs/events.md': eventsDocument,
  'docs/licences.md': licencesDocument,
  'docs/metrics.md': metricsDocument,
  'docs/requests.md': requestsDocument,
  'docs/signals.md': signalsDocument,
  [COMPILED_FILE]: compiledRubrics,
  'schema/lexicon.json': lexiconSchema,
  'schema/rubric-layer.json': rubricLayerSchema,
  'schema/rubric.json': rubricSchema,
  'schema/showwork-organisation.json': organisationSettingsSchema,
  'schema/showwork.json': settingsSchema,
};

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, render] of Object.entries(DOCUMENTS)) {
  const text = render();
  if (readOrEmpty(join(ROOT, path)) === text) continue;
  stale.push(path);
  if (!check) writeFileSync(join(ROOT, path), text);
}
if (check && stale.length > 0) {
  console.error(`docs: stale: ${stale.join(', ')}. Run \`npm run docs\` and commit what it writes.`);
  process.exit(1);
}
console.log(
  check ? 'docs: fresh' : `docs: ${stale.length === 0 ? 'nothing to write' : `wrote ${stale.join(', ')}`}`,
);
