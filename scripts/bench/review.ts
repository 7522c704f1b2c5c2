/** How long a review takes, warm and from cold, beside the parse and the linters that other README tools are. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { createReviewer } from '../../src/engine/create-reviewer.ts';
import { judge } from '../../src/engine/judge.ts';
import type { Reviewer, ReviewRequest } from '../../src/ports.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import { measureInTurn, median } from './measure.ts';
import { corpusRequests, fixtureFolders, fixtureRequests, textOf } from './readmes.ts';
import { LINTERS, PARSE } from './review/other-tools.ts';
import { type BenchOptions, type Section, table } from './section.ts';

/**
 * A corpus is larger, comes when everything is warm, and needs fewer rounds to say as much. V8 goes on compiling for some
 * fifty rounds over the fixtures, of us and of the others; a server's threads have read thousands of READMEs.
 */
const ROUNDS = {
  fixtures: { rounds: 25, warmUpRounds: 60 },
  corpus: { rounds: 2, warmUpRounds: 0 },
} as const;
const ONCE = { rounds: 1, warmUpRounds: 0 } as const;
const COLD_STARTS = 5;

/** `review.*` is over the fixtures, `review.corpus.*` over the corpus folder that was asked for. */
export async function benchReview({ corpus, quick = false }: BenchOptions): Promise<Section> {
  const coldStarts = quick ? 1 : COLD_STARTS;
  const reviewer = createReviewer({ threads: 1 });
  try {
    const fixtures = await compare(await fixtureRequests(), reviewer, quick ? ONCE : ROUNDS.fixtures);
    const real =
      corpus === undefined
        ? null
        : await compare(corpusRequests(corpus), reviewer, quick ? ONCE : ROUNDS.corpus);
    const coldStart = median(Array.from({ length: coldStarts }, timeColdStart));
    return {
      title: 'Review',
      text: [
        `\`fixtures/\`: ${fixtures.text}`,
        ...(real === null ? [] : [`READMEs of learners: ${real.text}`]),
        `Cold start, a process that loads everything, starts one thread and reviews one README: ${coldStart.toFixed(0)} ms, median of ${coldStarts}.`,
      ].join('\n\n'),
      figures: {
        ...prefixed('review.', fixtures.figures),
        ...(real === null ? {} : prefixed('review.corpus.', real.figures)),
        'review.coldStartMs': coldStart,
      },
    };
  } finally {
    await reviewer.close();
  }
}

async function compare(
  requests: readonly ReviewRequest[],
  reviewer: Reviewer,
  pace: { readonly rounds: number; readonly warmUpRounds: number },
): Promise<Pick<Section, 'text' | 'figures'>> {
  const texts = requests.map(textOf);
  const yardstick = readBuiltinYardstick();
  const tools = [PARSE, ...LINTERS].map(({ name, read }) => ({
    name,
    run: async () => {
      for (const text of texts) await read(text);
    },
  }));
  const [parse, ...linters] = tools;
  if (parse === undefined) throw new Error('nothing to compare with');
  const [parsed, outline, inProcess, pooled, ...linted] = await measureInTurn(
    [
      parse,
      { name: 'outline', run: () => texts.forEach(text => void readOutline(text)) },
      { name: 'review, in process', run: () => requests.forEach(request => void judge(request, yardstick)) },
      {
        name: 'review, in the pool',
        run: async () => {
          for (const request of requests) await reviewer.review(request);
        },
      },
      ...linters,
    ],
    pace,
  );
  if (parsed === undefined || outline === undefined || inProcess === undefined || pooled === undefined)
    throw new Error('nothing was measured');
  const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000;
  const poolOverhead = (pooled.median - inProcess.median) / requests.length;
  const timings = [parsed, outline, inProcess, pooled, ...linted];
  return {
    text: `${requests.length} READMEs, ${kilobytes.toFixed(1)} kB together, ${pace.rounds} rounds. The pool adds ${poolOverhead.toFixed(2)} ms to a review.

${table(
  ['what', 'median ms', 'fastest ms', 'ratio to the parse'],
  timings.map(({ name, median: middle, fastest, ratio }) => [name, middle, fastest, ratio]),
)}`,
    figures: {
      ratioToParse: inProcess.ratio,
      outlineRatioToParse: outline.ratio,
      poolRatioToParse: pooled.ratio,
      poolOverheadMs: poolOverhead,
      ...Object.fromEntries(
        linted.map(({ ratio }, index) => [`ratioTo${LINTERS[index]?.key}`, inProcess.ratio / ratio]),
      ),
    },
  };
}

/** Milliseconds from the start of a process to its first report. */
function timeColdStart(): number {
  const script = join(import.meta.dirname, 'review/first-review.ts');
  const [folder = ''] = fixtureFolders();
  return Number(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' }));
}

function prefixed(prefix: string, figures: Section['figures']): Section['figures'] {
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [prefix + key, figure]));
}
