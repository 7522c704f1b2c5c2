/** A process of its own with one pool: judges hostile texts, then others' READMEs with and without them. Prints figures. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createReviewer } from '../../../src/engine/create-reviewer.ts';
import { asShowworkError } from '../../../src/errors.ts';
import type { Reviewer, ReviewRequest } from '../../../src/ports.ts';
import { SHAPES, type Shape } from '../../../test/hostile/shapes.ts';
import { percentile } from '../measure.ts';
import { fixtureRequests } from '../readmes.ts';
import { type HostileFigures, HostileSize } from './figures.ts';

type MeasuredText = HostileFigures['texts'][number];

/** The others meet so many different texts, the slowest that were judged. */
const DEAREST = 16;
const WARM_UP_ROUNDS = 20;
/** Before what each shape repeats, so that a README in English with something to find is judged. */
const BEGINNING =
  '# Tide tables\n\nAnglers plan by printed tables that ignore the wind.\n\n## What did not work\n\nWe tried an LSTM and dropped it, because three winters were too little data.\n\n';

const size = HostileSize.parse(JSON.parse(process.argv[2] ?? ''));
const reviewer = createReviewer();
const others = await fixtureRequests();
for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
  await Promise.all(others.map(request => reviewer.review(request)));
}
const shapes = SHAPES.filter((_, index) => index % size.everyShape === 0);
const texts: MeasuredText[] = [];
for (const characters of size.sizes) {
  for (const shape of shapes) texts.push(await timeOne(reviewer, shape, characters));
}
const slowest = texts.toSorted((a, b) => b.ms - a.ms).slice(0, DEAREST);
const attacks = slowest.flatMap(text => {
  const shape = shapes.find(({ name }) => name === text.shape);
  return shape === undefined ? [] : [requestFor(shape, text.size)];
});
const rounds: HostileFigures['rounds'] = [];
for (let round = 0; round < size.rounds; round += 1) {
  const quietP99Ms = percentile(await reviewSteadily(), 0.99);
  const stop = attack();
  const besideP99Ms = percentile(await reviewSteadily(), 0.99);
  await stop();
  rounds.push({ quietP99Ms, besideP99Ms });
}
await reviewer.close();
const residentMb = process.resourceUsage().maxRSS / 1000;
const figures: HostileFigures = { texts, rounds, residentMb };
console.log(JSON.stringify(figures));

async function timeOne(pool: Reviewer, shape: Shape, characters: number): Promise<MeasuredText> {
  const request = requestFor(shape, characters);
  const started = performance.now();
  const outcome = await outcomeOf(pool, request);
  return { shape: shape.name, size: characters, ms: performance.now() - started, outcome };
}

/** @throws ShowworkError REVIEW_CRASHED */
async function outcomeOf(pool: Reviewer, request: ReviewRequest): Promise<MeasuredText['outcome']> {
  try {
    const { notes } = await pool.review(request);
    return notes.some(({ code }) => code === 'readme-too-complex') ? 'refused' : 'judged';
  } catch (thrown) {
    if (asShowworkError(thrown).code === 'REVIEW_TIMED_OUT') return 'timed-out';
    throw thrown;
  }
}

function requestFor({ build }: Shape, characters: number): ReviewRequest {
  const content = Buffer.from(BEGINNING + build(characters - BEGINNING.length));
  const readme = { path: 'README.md', sha: '0'.repeat(40), content };
  return { repositoryName: 'a/b', readme, paths: ['README.md'], pathsTruncated: false, manifests: [] };
}

/** Milliseconds from when each was due to its report, at an even pace whatever becomes of those before. */
async function reviewSteadily(): Promise<readonly number[]> {
  const started = performance.now();
  return await Promise.all(
    Array.from({ length: size.perSecond * size.seconds }, async (_, index) => {
      const due = started + (index * 1000) / size.perSecond;
      await sleep(Math.max(0, due - performance.now()));
      const request = others[index % others.length];
      if (request !== undefined) await reviewer.review(request);
      return performance.now() - due;
    }),
  );
}

/** Each attacker sends the next text as soon as the last one is answered, or given up; until it is stopped. */
function attack(): () => Promise<void> {
  let goesOn = true;
  const attackers = Array.from({ length: size.attackers }, async (_, first) => {
    for (let index = first; goesOn; index += size.attackers) {
      const request = attacks[index % attacks.length];
      if (request !== undefined) await reviewer.review(request).catch(() => {});
    }
  });
  return async () => {
    goesOn = false;
    await Promise.all(attackers);
  };
}
