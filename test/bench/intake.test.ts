import { expect, test } from '@jest/globals';
import { compareIntakes } from '../../scripts/bench/intake/compare-intakes.ts';
import { startLoad } from '../../scripts/bench/intake/load.ts';
import { measureIntake } from '../../scripts/bench/intake.ts';
import { describeOnPostgres } from '../store/postgres-schemas.ts';
import { SECRET, startIntake } from '../webhooks/start-intake.ts';

const TINY = { deliveries: 20, rounds: 1, warmUpRounds: 1, connections: 4, perSecond: 200 };
/** Four servers and the sender start beside other tests. */
const STARTING_MS = 120_000;

describeOnPostgres('the bench of the intake', () => {
  test(
    'sends to all three, finds what each accepted in its store, and has a figure for everything',
    async () => {
      const figures = await measureIntake(TINY);
      expect(figures.map(({ name }) => name)).toEqual(['probot', 'sqlite', 'postgres']);
      for (const { perSecond, ratioToFirst, p50Ms, p99Ms } of figures) {
        for (const figure of [perSecond, ratioToFirst, p50Ms]) expect(figure).toBeGreaterThan(0);
        expect(p99Ms).toBeGreaterThanOrEqual(p50Ms);
      }
    },
    STARTING_MS,
  );
});

test('a server that lost what it accepted has no figures', async () => {
  const intake = await startIntake();
  const load = startLoad();
  try {
    const server = { url: intake.url, webhookUrl: intake.url, pid: process.pid, stop: async () => {} };
    const forgetful = { name: 'sqlite', server, count: async () => 59, close: async () => {} } as const;
    await expect(compareIntakes([forgetful], load, SECRET, TINY)).rejects.toThrow(
      'sqlite accepted 60 deliveries and keeps 59',
    );
  } finally {
    await load.close();
    await intake.close();
  }
});
