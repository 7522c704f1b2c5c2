/**
 * Learns the model that ships from labelled READMEs and writes it to `models/`. The same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODEL_FILE } from '../src/engine/builtin-model.ts';
import { readBuiltinRubric } from '../src/engine/builtin-rubric.ts';
import { PACKAGE_ROOT } from '../src/engine/package-root.ts';
import { locateCorpus, NO_CORPUS } from './corpus/locate.ts';
import { learn, readLessons } from './train/learn.ts';

const USAGE = `npm run train [-- OPTIONS]
  --corpus DIR     the corpus folder (default: ../shared/corpus, where it exists)
  --labels NAMES   label files to learn from, parted by commas (default: dev); a model that learned from check
                   can no longer be measured on it`;

function main(): number {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      labels: { type: 'string', default: 'dev' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const corpus = locateCorpus(values.corpus);
  if (corpus === null) {
    console.error(NO_CORPUS);
    return 64;
  }
  const files = values.labels.split(',').map(name => name.trim());
  const lessons = readLessons(corpus, files, readBuiltinRubric());
  const text = `${JSON.stringify(learn(lessons))}\n`;
  writeFileSync(fileURLToPath(new URL(MODEL_FILE, PACKAGE_ROOT)), text);
  console.log(`${MODEL_FILE}: ${lessons.readmes.length} READMEs, ${(text.length / 1000).toFixed(0)} kB`);
  return 0;
}

process.exitCode = main();
