/**
 * Servers that are killed, databases that go away, a GitHub that answers anything, and after each run the question whether
 * anything was lost. What is done follows from the seed alone; when each process does its part does not.
 *
 *   npm run chaos                                runs of both databases with new seeds, for five minutes
 *   npm run chaos -- --seed 7 --minutes 30       begins with that seed, and counts on from there
 *   npm run chaos -- --seed 7 --once --log FILE  one run of each database, and what the servers logged
 *   npm run chaos -- --database sqlite --short   only that one, and as short as in the tests
 */
import { createWriteStream } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { problemsIn } from '../test/chaos/invariants/all-invariants.ts';
import { findPostgresPrograms } from '../test/chaos/postgres-cluster.ts';
import { run } from '../test/chaos/run.ts';
import { LONG_POSTGRES, LONG_SQLITE, SHORT_POSTGRES, SHORT_SQLITE, type Shape } from '../test/chaos/shape.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    database: { type: 'string' },
    once: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    steps: { type: 'boolean', default: false },
    log: { type: 'string' },
  },
});
const shapes: readonly Shape[] = (
  values.short ? [SHORT_SQLITE, SHORT_POSTGRES] : [LONG_SQLITE, LONG_POSTGRES]
).filter(({ database }) => values.database === undefined || values.database === database);
const programs = findPostgresPrograms();
const log = values.log === undefined ? null : createWriteStream(values.log);
const until = Date.now() + Number(values.minutes) * 60_000;
let seed = Number(values.seed ?? Date.now() % 1_000_000);
let failures = 0;

console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`);
do {
  for (const shape of shapes) failures += await runOnce(seed, shape);
  seed += 1;
} while (!values.once && Date.now() < until);
process.exitCode = failures > 0 ? 1 : 0;

/** Answers how many problems there were. */
async function runOnce(seed: number, shape: Shape): Promise<number> {
  const began = performance.now();
  const steps = new Map<string, number>();
  const { history, violations } = await run({
    seed,
    shape,
    programs,
    onStep(step, index) {
      steps.set(step.kind, (steps.get(step.kind) ?? 0) + 1);
      if (values.steps) console.log(index, JSON.stringify(step));
      log?.write(`--- ${index} ${JSON.stringify(step)}\n`);
    },
    log: (name, line) => log?.write(line.replaceAll(/^/gm, `${name} `)),
  });
  const problems = [...problemsIn(history), ...violations.map(each => `violation: ${JSON.stringify(each)}`)];
  const seconds = Math.round((performance.now() - began) / 1000);
  const { requests, deliveries, letters } = history;
  console.log(
    `seed ${seed}, ${shape.database}: ${problems.length} problems in ${seconds} s ` +
      `(${deliveries.length} deliveries, ${requests.length} requests, ${letters.length} dead letters)`,
  );
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length;
}
