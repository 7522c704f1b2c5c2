import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, jest, test } from '@jest/globals';
import { SHORT_SEEDS } from './shape.ts';

/** A dozen processes, one after the other, on a busy machine. */
jest.setTimeout(600_000);

const CHAOS = join(import.meta.dirname, '../../scripts/chaos.ts');

test('on the embedded database nothing is lost, whatever breaks', async () => {
  const args = ['--seed', String(SHORT_SEEDS.sqlite), '--once', '--short', '--database', 'sqlite'];
  const { stdout } = await promisify(execFile)(process.execPath, [CHAOS, ...args]);
  const [, problems, deliveries, requests] =
    /sqlite: (\d+) problems in \d+ s \((\d+) deliveries, (\d+) requests/.exec(stdout) ?? [];
  expect(Number(problems)).toBe(0);
  // There was something to hold.
  expect(Number(deliveries)).toBeGreaterThan(0);
  expect(Number(requests)).toBeGreaterThan(0);
});
