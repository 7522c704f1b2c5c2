import { expect, jest, test } from '@jest/globals';
import { problemsIn } from './invariants/all-invariants.ts';
import { findPostgresPrograms } from './postgres-cluster.ts';
import { run } from './run.ts';
import { SHORT_POSTGRES, SHORT_SEEDS } from './shape.ts';

/** A dozen processes, and PostgreSQL itself several times, on a busy machine. */
jest.setTimeout(600_000);

const programs = findPostgresPrograms();
if (programs === null) process.stderr.write('postgres: skipped (no programs of its own to kill)\n');
// In CI these are not skipped: without programs the run fails.
const testOnOwnPostgres = programs === null && process.env['CI'] !== 'true' ? test.skip : test;

testOnOwnPostgres('on PostgreSQL nothing is lost, whatever breaks', async () => {
  const { history, violations } = await run({ seed: SHORT_SEEDS.postgres, shape: SHORT_POSTGRES, programs });
  expect(problemsIn(history)).toEqual([]);
  expect(violations).toEqual([]);
  // There was something to hold.
  expect(history.targets.filter(({ reachable, announced }) => reachable && announced)).not.toEqual([]);
});
