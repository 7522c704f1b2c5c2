/**
 * Measures the engine against labelled READMEs, and writes reports of a list of READMEs.
 * What the figures mean: docs/accuracy.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMeasurement } from './accuracy/describe.ts';
import { judgeLabelled, judgeReadmes } from './accuracy/judge-corpus.ts';
import { appendCheck } from './accuracy/record.ts';
import { readLabels } from './corpus/labels.ts';
import { locateCorpus, NO_CORPUS } from './corpus/locate.ts';

const USAGE = `npm run accuracy [-- OPTIONS]
  --corpus DIR                  the corpus folder (default: ../shared/corpus, where it exists)
  (nothing else)                measure against labels/dev.jsonl and print the tables
  --check                       measure once against labels/check.jsonl and append the result to docs/accuracy.md
  --readmes LIST --reports FILE write one report a line for the README paths in LIST (relative to DIR), in order`;

function main(): number {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      check: { type: 'boolean', default: false },
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
  const corpus = locateCorpus(values.corpus);
  if (corpus === null) {
    console.error(NO_CORPUS);
    return 64;
  }
  if (values.readmes !== undefined && values.reports !== undefined) {
    writeReports(corpus, values.readmes, values.reports);
  } else {
    measure(corpus, values.check ? 'check' : 'dev');
  }
  return 0;
}

function writeReports(corpus: string, listFile: string, reportsFile: string): void {
  const list = readFileSync(listFile, 'utf8').split(/\r?\n/).filter(Boolean);
  const lines = judgeReadmes(corpus, list).map(report => `${JSON.stringify(report)}\n`);
  writeFileSync(reportsFile, lines.join(''));
  console.error(`${list.length} reports written to ${reportsFile}`);
}

function measure(corpus: string, set: 'dev' | 'check'): void {
  const labels = readLabels(join(corpus, `labels/${set}.jsonl`));
  const items = judgeLabelled(corpus, labels);
  const text = describeMeasurement(items);
  console.log(`\n## ${labels.length} READMEs of labels/${set}.jsonl\n\n${text}\n`);
  if (set === 'check') appendCheck(items, text);
}

process.exitCode = main();
