/** From the signed delivery of a push, over HTTP, to the concluded check run at a GitHub that is some way off. */

import { percentile } from './measure.ts';
import { cpuTimeMs } from './pushes/cpu-time.ts';
import { atRate, sideBySide } from './pushes/pace.ts';
import { Pushes } from './pushes/pushes.ts';
import { type Accounts, addRepositories } from './pushes/repositories.ts';
import { GITHUB_LATENCY_MS, openStage } from './pushes/stage.ts';
import { type BenchOptions, type Section, table } from './section.ts';

interface EndToEndSize extends Accounts {
  /** Pushes one by one. */
  readonly idle: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** Of each installation fewer writes than it may make at once, so that no limit of GitHub's is what is measured. */
const FULL: EndToEndSize = { installations: 60, repositoriesEach: 1, idle: 30, perSecond: 50, seconds: 6 };
const QUICK: EndToEndSize = { installations: 2, repositoriesEach: 1, idle: 2, perSecond: 5, seconds: 1 };

export async function benchEndToEnd({ quick = false }: BenchOptions): Promise<Section> {
  const size = quick ? QUICK : FULL;
  const stage = await openStage();
  try {
    const repositories = addRepositories(stage.simulator, size);
    const server = await stage.serve();
    const pushes = new Pushes(stage.simulator, () => server.webhookUrl);
    // The first review of a repository also asks for a token and for settings, which then are known for an hour.
    await sideBySide(repositories, 10, repository => pushes.push(repository, performance.now(), 'main'));
    await pushes.drained();
    pushes.take();

    for (const repository of cycle(repositories, size.idle)) {
      await pushes.push(repository);
      await pushes.drained();
    }
    const idle = pushes.take().map(({ waitedMs }) => waitedMs);

    const { perSecond, seconds } = size;
    const [cpuBefore, requestsBefore, started] = [
      cpuTimeMs(server.pid),
      stage.simulator.requests.length,
      performance.now(),
    ];
    await atRate(cycle(repositories, perSecond * seconds), perSecond, (repository, dueAt) =>
      pushes.push(repository, dueAt),
    );
    await pushes.drained();
    const steady = pushes.take();
    const lastAt = Math.max(...steady.map(({ at }) => at));
    const waits = steady.map(({ waitedMs }) => waitedMs);
    const figures = {
      'endToEnd.idleP50Ms': percentile(idle, 0.5),
      'endToEnd.idleP99Ms': percentile(idle, 0.99),
      'endToEnd.p50Ms': percentile(waits, 0.5),
      'endToEnd.p99Ms': percentile(waits, 0.99),
      'endToEnd.concludedPerSecond': steady.length / ((lastAt - started) / 1000),
      'endToEnd.cpuMsPerPush': (cpuTimeMs(server.pid) - cpuBefore) / steady.length,
      'endToEnd.failedDeliveries': pushes.failed,
      'endToEnd.requestsPerPush': (stage.simulator.requests.length - requestsBefore) / steady.length,
    };
    return {
      title: 'End to end',
      text: `Delivery to concluded check run, \`showwork serve\` on SQLite, GitHub ${GITHUB_LATENCY_MS} ms away and in a process of its own, ${repositories.length} repositories of ${size.installations} installations, each push with a new README on a new branch. ${steady.length} pushes, ${perSecond} a second whatever becomes of those before; waiting counts from the time at which a push was due. ${pushes.failed} were not taken in. A push takes ${figures['endToEnd.requestsPerPush'].toFixed(1)} requests, which alone are ${(figures['endToEnd.requestsPerPush'] * GITHUB_LATENCY_MS).toFixed(0)} ms.

${table(
  ['pushes', 'p50 ms', 'p99 ms', 'concluded a second', 'processor ms each'],
  [
    ['one by one', figures['endToEnd.idleP50Ms'], figures['endToEnd.idleP99Ms'], '', ''],
    [
      `${perSecond} a second`,
      figures['endToEnd.p50Ms'],
      figures['endToEnd.p99Ms'],
      figures['endToEnd.concludedPerSecond'],
      figures['endToEnd.cpuMsPerPush'],
    ],
  ],
)}`,
      figures,
    };
  } finally {
    await stage.close();
  }
}

/** So many, from the front again where the list is over. */
function cycle<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: Math.ceil(count / items.length) }, () => items)
    .flat()
    .slice(0, count);
}
