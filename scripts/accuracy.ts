/**
 * Measures the engine against labelled READMEs, and writes reports of a list of READMEs.
 * What the figures mean: docs/accuracy.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBuiltinRubric } from '../src/engine/builtin-rubric.ts';
import { readBuiltinYardstick } from '../src/engine/builtin-yardstick.ts';
import { crossValidate } from './accuracy/cross-validate.ts';
import { describeMeasurement } from './accuracy/describe.ts';
import { describeAbroad } from './accuracy/describe-abroad.ts';
import { judgeLabelled, judgeReadmes } from './accuracy/judge-corpus.ts';
import { judgePassagesAbroad } from './accuracy/judge-passages-abroad.ts';
import { appendCheck } from './accuracy/record.ts';
import { readLabels } from './corpus/labels.ts';
import { locateCorpus, NO_CORPUS } from './corpus/locate.ts';

const USAGE = `npm run accuracy [-- OPTIONS]
  --corpus DIR                  the corpus folder (default: ../shared/corpus, where it exists)
  (nothing else)                cross-validate on labels/dev.jsonl, by repository, and print the tables
  --signals                     measure the signals on labels/dev.jsonl without the model, as a mentor's own criterion has it
  --abroad                      measure the signals on the passages of fixtures/passages; needs no corpus
  --check                       measure once against labels/check.jsonl and append the result to docs/accuracy.md
  --readmes LIST --reports FILE write one report a line for the README paths in LIST (relative to DIR), in order`;

/** Said of a measurement that proves nothing. */
const IN_SAMPLE =
  'The model in force learned from label files of this name: on the same corpus these figures are in sample.';

function main(): number {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      check: { type: 'boolean', default: false },
      signals: { type: 'boolean', default: false },
      abroad: { type: 'boolean', default: false },
      readmes: { type: 'string' },
      reports: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const oneOfTwo = (values.readmes === undefined) !== (values.reports === undefined);
  if (values.help || oneOfTwo) {
    console.log(USAGE);
    return values.help ? 0 : 64;
  }
  if (values.abroad) {
    console.log(`\n${describeAbroad(judgePassagesAbroad(readBuiltinRubric()))}\n`);
    return 0;
  }
  const corpus = locateCorpus(values.corpus);
  if (corpus === null) {
    console.error(NO_CORPUS);
    return 64;
  }
  if (values.readmes !== undefined && values.reports !== undefined) {
    writeReports(corpus, values.readmes, values.reports);
  } else {
    measure(corpus, values.check ? 'check' : values.signals ? 'signals' : 'dev');
  }
  return 0;
}

function writeReports(corpus: string, listFile: string, reportsFile: string): void {
  const list = readFileSync(listFile, 'utf8').split(/\r?\n/).filter(Boolean);
  const lines = judgeReadmes(corpus, list, readBuiltinYardstick()).map(
    report => `${JSON.stringify(report)}\n`,
  );
  writeFileSync(reportsFile, lines.join(''));
  console.error(`${list.length} reports written to ${reportsFile}`);
}

function measure(corpus: string, what: 'dev' | 'signals' | 'check'): void {
  const set = what === 'check' ? 'check' : 'dev';
  const labels = readLabels(join(corpus, `labels/${set}.jsonl`));
  const yardstick = readBuiltinYardstick();
  const { model: _, ...withoutModel } = yardstick;
  const items = {
    dev: () => crossValidate(corpus, [set], yardstick),
    signals: () => judgeLabelled(corpus, labels, withoutModel),
    check: () => judgeLabelled(corpus, labels, yardstick),
  }[what]();
  const text = describeMeasurement(items);
  console.log(`\n## ${labels.length} READMEs of labels/${set}.jsonl\n\n${text}\n`);
  if (what !== 'check') return;
  const learned = yardstick.model?.encoded.trainedOn.labels.includes(set) === true;
  if (learned) console.error(IN_SAMPLE);
  appendCheck(items, learned ? `${IN_SAMPLE}\n\n${text}` : text);
}

process.exitCode = main();
