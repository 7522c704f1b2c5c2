/** What more processes get done on PostgreSQL, and what a delivery costs as more and more is stored. */

import { GITHUB_LATENCY_MS } from './pushes/stage.ts';
import { type GrowthSize, growOnPostgres, growOnSqlite, measureGrowth } from './scale/growth.ts';
import { queueThroughput } from './scale/queue-workers.ts';
import { reviewThroughput, type Workload } from './scale/workers.ts';
import { type BenchOptions, type Section, table } from './section.ts';

interface ScaleSize {
  readonly workers: readonly number[];
  readonly load: Workload;
  /** Jobs for the workers that only wait. */
  readonly jobs: number;
  readonly growth: GrowthSize;
}

const FULL: ScaleSize = {
  workers: [1, 2, 4],
  load: { installations: 40, repositoriesEach: 1, pushesEach: 4 },
  jobs: 600,
  growth: { few: 10_000, many: 1_000_000, rounds: 12, deliveries: 50 },
};
const QUICK: ScaleSize = {
  workers: [1],
  load: { installations: 2, repositoriesEach: 1, pushesEach: 1 },
  jobs: 4,
  growth: { few: 10, many: 20, rounds: 1, deliveries: 2 },
};

export async function benchScale({ quick = false }: BenchOptions): Promise<Section> {
  const size = quick ? QUICK : FULL;
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  const first = { reviews: Number.NaN, jobs: Number.NaN };
  for (const workers of size.workers) {
    const reviews = await reviewThroughput(workers, size.load);
    const jobs = await queueThroughput(workers, size.jobs);
    if (workers === 1) {
      Object.assign(first, { reviews: reviews.perSecond, jobs });
      figures['scale.reviewsPerSecond'] = reviews.perSecond;
      figures['scale.bytesPerDelivery'] = reviews.bytesPerDelivery;
      figures['scale.bytesLeftPerDelivery'] = reviews.bytesLeftPerDelivery;
    }
    const [ratio, queueRatio] = [reviews.perSecond / first.reviews, jobs / first.jobs];
    figures[`scale.workers${workers}Ratio`] = ratio;
    figures[`scale.queueWorkers${workers}Ratio`] = queueRatio;
    rows.push([String(workers), reviews.perSecond, ratio, jobs, queueRatio]);
  }
  const { few, many, deliveries } = size.growth;
  const onPostgres = await measureGrowth(growOnPostgres, size.growth);
  const onSqlite = await measureGrowth(growOnSqlite, size.growth);
  const [postgresRatio, sqliteRatio] = [onPostgres, onSqlite].map(
    timings => timings.at(-1)?.ratio ?? Number.NaN,
  );
  figures['scale.millionRatio'] = postgresRatio ?? Number.NaN;
  figures['scale.sqliteMillionRatio'] = sqliteRatio ?? Number.NaN;
  const kilobytes = (key: string) => ((figures[key] ?? Number.NaN) / 1000).toFixed(1);
  return {
    title: 'Scale',
    text: `Worker processes on one PostgreSQL, GitHub ${GITHUB_LATENCY_MS} ms away. Reviews are whole ones beside one web process and the simulated GitHub, all on the processors of this machine; jobs only wait as long as a review waits for GitHub, so that what limits them is the queue.

${table(['workers', 'reviews a second', 'ratio', 'waiting jobs a second', 'ratio'], rows)}

A delivery leaves ${kilobytes('scale.bytesPerDelivery')} kB in tables and indexes, each with a new README on a new branch; ${kilobytes('scale.bytesLeftPerDelivery')} kB of that are left when nothing has happened for a year.

What ${deliveries} deliveries cost the store, from taken in to done without the review, as it knows more branches:

${table(
  ['branches stored', 'PostgreSQL, median ms', 'SQLite, median ms'],
  [few, many].map((count, index) => [
    count.toLocaleString('en'),
    onPostgres[index]?.median ?? Number.NaN,
    onSqlite[index]?.median ?? Number.NaN,
  ]),
)}

Ratio, round by round: ${figures['scale.millionRatio'].toFixed(2)} on PostgreSQL, ${figures['scale.sqliteMillionRatio'].toFixed(2)} on SQLite.`,
    figures,
  };
}
