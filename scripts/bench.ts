/**
 * How fast a review is, against the parse that other README tools begin with. Ratios within one run are what counts:
 * machines differ and drift. `-- --json FILE` also writes one number per key.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readRepositoryFolder } from '../src/cli/read-repository-folder.ts';
import { readBuiltinRubrics } from '../src/engine/builtin-rubric.ts';
import { createReviewer } from '../src/engine/create-reviewer.ts';
import { readEngineVersion } from '../src/engine/engine-version.ts';
import { judge } from '../src/engine/judge.ts';
import { readOutline } from '../src/readme/read-outline.ts';
import { measureInTurn } from './bench/measure.ts';

const ROUNDS = 15;
const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '../fixtures');

const { values } = parseArgs({ options: { json: { type: 'string' } } });

const folders = [
  join(FIXTURES, 'learner'),
  ...readdirSync(join(FIXTURES, 'readmes')).map(name => join(FIXTURES, 'readmes', name)),
];
const requests = await Promise.all(folders.map(folder => readRepositoryFolder(folder)));
const texts = requests.map(({ readme }) =>
  typeof readme.content === 'string' ? '' : Buffer.from(readme.content).toString('utf8'),
);
const remark = unified().use(remarkParse).use(remarkGfm).freeze();
const yardstick = { rubrics: readBuiltinRubrics(), engineVersion: readEngineVersion() };

const started = performance.now();
const reviewer = createReviewer({ threads: 1 });
const [first] = requests;
if (first === undefined) throw new Error('fixtures/ holds no README');
await reviewer.review(first);
const coldStart = performance.now() - started;

const timings = await measureInTurn(
  [
    { name: 'remark-parse + remark-gfm', run: () => texts.forEach(text => void remark.parse(text)) },
    { name: 'outline', run: () => texts.forEach(text => void readOutline(text)) },
    { name: 'review, in process', run: () => requests.forEach(request => void judge(request, yardstick)) },
    {
      name: 'review, in the pool',
      run: async () => {
        for (const request of requests) await reviewer.review(request);
      },
    },
  ],
  ROUNDS,
);
await reviewer.close();

const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000;
console.log(
  `${requests.length} READMEs, ${kilobytes.toFixed(1)} kB, ${ROUNDS} rounds, Node ${process.version}, ${cpus()[0]?.model}`,
);
console.log(`Cold start, thread and first review: ${coldStart.toFixed(0)} ms\n`);
console.log('| what | median ms | fastest ms | ratio to the parse |\n|---|---|---|---|');
for (const { name, median, fastest, ratio } of timings) {
  console.log(`| ${name} | ${median.toFixed(2)} | ${fastest.toFixed(2)} | ${ratio.toFixed(2)} |`);
}

if (values.json !== undefined) {
  const [, outline, inProcess, pooled] = timings;
  const figures = {
    'review.ratioToParse': inProcess?.ratio,
    'review.outlineRatioToParse': outline?.ratio,
    'review.poolRatioToParse': pooled?.ratio,
    'review.coldStartMs': coldStart,
  };
  writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}
