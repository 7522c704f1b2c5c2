/** How long a review takes, warm and from cold, against the parse that other README tools begin with. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readRepositoryFolder } from '../../src/cli/read-repository-folder.ts';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { createReviewer } from '../../src/engine/create-reviewer.ts';
import { readEngineVersion } from '../../src/engine/engine-version.ts';
import { judge } from '../../src/engine/judge.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import { measureInTurn } from './measure.ts';
import { type Section, table } from './section.ts';

const ROUNDS = 15;
const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures');

export async function benchReview(): Promise<Section> {
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
  const [, outline, inProcess, pooled] = timings;
  return {
    title: 'Review',
    text: `${requests.length} READMEs of \`fixtures/\`, ${kilobytes.toFixed(1)} kB together, ${ROUNDS} rounds. Cold start, thread and first review: ${coldStart.toFixed(0)} ms.

${table(
  ['what', 'median ms', 'fastest ms', 'ratio to the parse'],
  timings.map(({ name, median, fastest, ratio }) => [name, median, fastest, ratio]),
)}`,
    figures: {
      'review.ratioToParse': inProcess?.ratio ?? Number.NaN,
      'review.outlineRatioToParse': outline?.ratio ?? Number.NaN,
      'review.poolRatioToParse': pooled?.ratio ?? Number.NaN,
      'review.coldStartMs': coldStart,
    },
  };
}
