/**
 * Learns the model that ships from labelled READMEs and writes it to `models/`. The same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODEL_FILE } from '../src/engine/builtin-model.ts';
import { readBuiltinRubric } from '../src/engine/builtin-rubric.ts';
import { PACKAGE_ROOT } from '../src/engine/package-root.ts';
import { readLabels } from './corpus/labels.ts';
import { locateCorpus, NO_CORPUS } from './corpus/locate.ts';
import { encodeModel } from './train/encode.ts';
import { readExamples } from './train/read-examples.ts';
import { readPassages } from './train/read-passages.ts';
import { prepareTeaching } from './train/teaching.ts';
import { trainModel } from './train/train-model.ts';

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
  const files = values.labels.split(',').map(name => join(corpus, `labels/${name.trim()}.jsonl`));
  const teaching = prepareTeaching(readBuiltinRubric());
  const labels = files.flatMap(readLabels);
  const readmes = readExamples(corpus, labels, teaching);
  const trained = trainModel(readmes, readPassages(teaching));
  const text = `${JSON.stringify(encodeModel(trained, teaching.classes, readmes))}\n`;
  writeFileSync(fileURLToPath(new URL(MODEL_FILE, PACKAGE_ROOT)), text);
  console.log(`${MODEL_FILE}: ${readmes.length} READMEs, ${(text.length / 1000).toFixed(0)} kB`);
  return 0;
}

process.exitCode = main();
