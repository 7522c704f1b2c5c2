/** How fast deliveries are taken in, each durable before its answer, against Probot's middleware that keeps nothing. */
import { startSimulator } from '../../test/simulator/simulator.ts';
import { build } from './compiled.ts';
import { compareIntakes, type IntakeFigures, type IntakeSizes } from './intake/compare-intakes.ts';
import { type Contestant, startOnPostgres, startOnSqlite, startProbot } from './intake/contestants.ts';
import { DELIVERY_BYTES } from './intake/deliveries.ts';
import { startLoad } from './intake/load.ts';
import { measureAll, measureWeb } from './intake/memory.ts';
import { type BenchOptions, type Section, table } from './section.ts';

interface Sizes extends IntakeSizes {
  /** For the memory of `--role web`. */
  readonly deliveriesOfMemory: number;
  /** For the memory of `--role all`: of each README. */
  readonly reviewsOfMemory: number;
}

const FULL: Sizes = {
  deliveries: 1_000,
  rounds: 15,
  warmUpRounds: 3,
  connections: 50,
  perSecond: 300,
  deliveriesOfMemory: 5_000,
  reviewsOfMemory: 20,
};
const QUICK: Sizes = {
  deliveries: 20,
  rounds: 1,
  warmUpRounds: 1,
  connections: 4,
  perSecond: 200,
  deliveriesOfMemory: 20,
  reviewsOfMemory: 1,
};

export async function benchIntake({ quick = false }: BenchOptions): Promise<Section> {
  const size = quick ? QUICK : FULL;
  const figures = await measureIntake(size);
  build();
  const load = startLoad();
  const webMb = await measureWeb(load, size.deliveriesOfMemory).finally(load.close);
  const all = await measureAll(size.reviewsOfMemory);
  const of = (name: Contestant['name']) => figures.find(one => one.name === name);
  return {
    title: 'Intake',
    text: `Signed pushes of ${DELIVERY_BYTES / 1000} kB over keep-alive connections from another process, ${size.rounds} rounds of ${size.deliveries} each, in turn; every accepted one was found in the store. Per second: over ${size.connections} connections that are never idle. Latency: at ${size.perSecond} a second, from the time a delivery was due.

${describe(figures)}

Resident memory: \`--role web\` ${webMb.toFixed(0)} MB after ${size.deliveriesOfMemory} deliveries, \`--role all\` ${all.plain.toFixed(0)} MB after ${size.reviewsOfMemory} reviews of each README of \`fixtures/\`, ${all.withTable.toFixed(0)} MB after each thread also read one in a language that takes a table to tell.`,
    figures: {
      'intake.probot.perSecond': of('probot')?.perSecond ?? Number.NaN,
      'intake.sqlite.perSecond': of('sqlite')?.perSecond ?? Number.NaN,
      'intake.postgres.perSecond': of('postgres')?.perSecond ?? Number.NaN,
      'intake.ratioToProbot': of('sqlite')?.ratioToFirst ?? Number.NaN,
      'intake.postgresRatioToProbot': of('postgres')?.ratioToFirst ?? Number.NaN,
      'intake.probot.p99Ms': of('probot')?.p99Ms ?? Number.NaN,
      'intake.sqlite.p99Ms': of('sqlite')?.p99Ms ?? Number.NaN,
      'intake.postgres.p99Ms': of('postgres')?.p99Ms ?? Number.NaN,
      'memory.webMb': webMb,
      'memory.allMb': all.plain,
      'memory.allWithLanguageTableMb': all.withTable,
    },
  };
}

/** Probot first, then the two sizes of the store. */
export async function measureIntake(sizes: IntakeSizes): Promise<IntakeFigures[]> {
  const simulator = await startSimulator();
  const contestants: Contestant[] = [];
  const load = startLoad();
  try {
    for (const start of [startProbot, startOnSqlite, startOnPostgres])
      contestants.push(await start(simulator));
    return await compareIntakes(contestants, load, simulator.app.webhookSecret, sizes);
  } finally {
    await load.close();
    for (const contestant of contestants) await contestant.close();
    await simulator.close();
  }
}

const NAMES: Readonly<Record<Contestant['name'], string>> = {
  probot: "Probot's middleware, an empty handler",
  sqlite: 'Showwork on SQLite',
  postgres: 'Showwork on PostgreSQL',
};

function describe(figures: readonly IntakeFigures[]): string {
  return table(
    ['what', 'per second', 'ratio to Probot', 'p50 ms', 'p99 ms'],
    figures.map(({ name, perSecond, ratioToFirst, p50Ms, p99Ms }) => [
      NAMES[name],
      perSecond,
      ratioToFirst,
      p50Ms,
      p99Ms,
    ]),
  );
}
