/**
 * How fast Showwork is. Ratios within one run are what counts: machines differ and drift.
 * `-- --only review,command-line` measures these parts alone, `--corpus DIR` adds a folder of READMEs with labels, `--json FILE` also writes one number per key, and `--record`
 * puts the run on top of docs/bench.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchCommandLine } from './bench/command-line.ts';
import { benchEndToEnd } from './bench/end-to-end.ts';
import { benchHostile } from './bench/hostile.ts';
import { benchIntake } from './bench/intake.ts';
import { benchReview } from './bench/review.ts';
import { benchScale } from './bench/scale.ts';
import type { BenchOptions, Section } from './bench/section.ts';
import { benchStorm } from './bench/storm.ts';
import { benchUnderAttack } from './bench/under-attack.ts';

const SECTIONS: Readonly<Record<string, (options: BenchOptions) => Promise<Section>>> = {
  review: benchReview,
  intake: benchIntake,
  'command-line': benchCommandLine,
  'end-to-end': benchEndToEnd,
  storm: benchStorm,
  scale: benchScale,
  attack: benchUnderAttack,
  hostile: benchHostile,
};
const RECORD = join(dirname(fileURLToPath(import.meta.url)), '../docs/bench.md');
/** New runs go below this line, above the older ones. */
const NEWEST_FIRST = '<!-- runs, newest first -->\n';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    corpus: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});

const options: BenchOptions = {
  quick: values.quick,
  ...(values.corpus !== undefined && { corpus: values.corpus }),
};
const names = values.only?.split(',') ?? Object.keys(SECTIONS);
const unknown = names.filter(name => !(name in SECTIONS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(SECTIONS).join(', ')}.`);
  process.exit(2);
}

const day = new Date().toISOString().slice(0, 10);
const processors = cpus();
const title = `## ${day}, ${processors.length} × ${processors[0]?.model.trim()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the start`;
console.log(`${title}\n`);

const texts: string[] = [];
const figures: Record<string, number> = {};
for (const name of names) {
  const section = await SECTIONS[name]?.(options);
  if (section === undefined) continue;
  const text = `### ${section.title}\n\n${section.text}\n`;
  console.log(text);
  texts.push(text);
  Object.assign(figures, section.figures);
}

if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
if (values.record) {
  const [head, older] = readFileSync(RECORD, 'utf8').split(NEWEST_FIRST);
  writeFileSync(RECORD, `${head}${NEWEST_FIRST}\n${title}\n\n${texts.join('\n')}${older ?? ''}`);
}
