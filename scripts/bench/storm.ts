/** What becomes of storms: many pushes to one branch, and many to the repositories of several installations. */
import { mostWithin } from '../../test/helpers/most-within.ts';
import { percentile } from './measure.ts';
import { sideBySide } from './pushes/pace.ts';
import { type Concluded, Pushes } from './pushes/pushes.ts';
import { type Accounts, addRepositories } from './pushes/repositories.ts';
import { GITHUB_LATENCY_MS, openStage } from './pushes/stage.ts';
import { type BenchOptions, type Section, table } from './section.ts';

interface StormSize extends Accounts {
  readonly onOneBranch: number;
  readonly onEachRepository: number;
}

const FULL: StormSize = { onOneBranch: 1_000, installations: 20, repositoriesEach: 10, onEachRepository: 3 };
const QUICK: StormSize = { onOneBranch: 10, installations: 2, repositoriesEach: 1, onEachRepository: 2 };
/** Deliveries under way at a time. */
const AT_ONCE = 20;
const MINUTE_MS = 60_000;

export async function benchStorm({ quick = false }: BenchOptions): Promise<Section> {
  const size = quick ? QUICK : FULL;
  const stage = await openStage();
  try {
    const server = await stage.serve();
    const pushes = new Pushes(stage.simulator, () => server.webhookUrl);

    const one = stage.simulator.addRepository({ owner: 'ada', name: 'busy' });
    const started = performance.now();
    await sideBySide(new Array(size.onOneBranch).fill(one), AT_ONCE, repository =>
      pushes.push(repository, performance.now(), 'main'),
    );
    const deliveredMs = performance.now() - started;
    await pushes.drained();
    const reviews = pushes.take().length;

    const repositories = addRepositories(stage.simulator, size);
    const all = Array.from({ length: size.onEachRepository }, () => repositories).flat();
    await sideBySide(all, AT_ONCE, repository => pushes.push(repository));
    await pushes.drained();
    const concluded = pushes.take();
    const installations = [...Map.groupBy(concluded, ({ owner }) => owner).values()];
    const meanWaits = installations.map(meanWait);
    const figures = {
      'storm.reviews': reviews,
      'storm.mostWritesInTenSeconds': mostOfAny(installations, 10_000),
      'storm.mostWritesInMinute': mostOfAny(installations, MINUTE_MS),
      'storm.longestToMedianWait': Math.max(...meanWaits) / percentile(meanWaits, 0.5),
    };
    return {
      title: 'Storms',
      text: `\`showwork serve\` on SQLite, GitHub ${GITHUB_LATENCY_MS} ms away. ${size.onOneBranch} pushes to one branch, delivered within ${(deliveredMs / 1000).toFixed(1)} s, made ${reviews} reviews; the last head has one. Then ${all.length} pushes at once, each to a branch of its own, over ${repositories.length} repositories of ${size.installations} installations: ${concluded.length} check runs. An installation may write 20 times at once and once a second from there on, which is at most 80 times in any minute.

${table(
  ['of the busiest installation', 'writes', 'may be'],
  [
    ['in any ten seconds', figures['storm.mostWritesInTenSeconds'], 30],
    ['in any minute', figures['storm.mostWritesInMinute'], 80],
  ],
)}

The installation that waited longest waited ${figures['storm.longestToMedianWait'].toFixed(2)} times as long, on average over its pushes, as the one in the middle.`,
      figures,
    };
  } finally {
    await stage.close();
  }
}

function meanWait(concluded: readonly Concluded[]): number {
  return concluded.reduce((sum, { waitedMs }) => sum + waitedMs, 0) / concluded.length;
}

function mostOfAny(installations: readonly (readonly Concluded[])[], windowMs: number): number {
  return Math.max(
    ...installations.map(concluded =>
      mostWithin(
        concluded.map(({ at }) => at),
        windowMs,
      ),
    ),
  );
}
