import { afterAll, beforeAll, expect } from '@jest/globals';
import { describeGitHub } from '../contracts/github.contract.ts';
import { createSimulatedWorld } from '../helpers/simulated-world.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

let simulator: Simulator;
let owners = 0;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(async () => {
  await simulator.close();
  // Every request was valid against GitHub's own description.
  expect(simulator.violations).toEqual([]);
});

describeGitHub('the gateway', async () => {
  owners += 1;
  return createSimulatedWorld(simulator, `owner-${owners}`, { now: () => new Date() });
});
