/** A branch is asked for by its name and by no other, whatever an address would make of it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HOSTILE_BRANCHES } from '../helpers/hostile-names.ts';
import { createMovingClock } from '../helpers/moving-clock.ts';
import { createSimulatedWorld } from '../helpers/simulated-world.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

describe('at GitHub', () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.close());

  test('each branch has its own commit', async () => {
    const world = createSimulatedWorld(simulator, 'ada', createMovingClock(new Date()));
    world.commit('main', { 'README.md': '# Main\n' });
    const heads = HOSTILE_BRANCHES.map(branch => ({
      branch,
      head: world.commit(branch, { [branch]: branch }),
    }));
    expect(new Set(heads.map(({ head }) => head)).size).toBe(HOSTILE_BRANCHES.length);
    for (const { branch, head } of heads) {
      expect(await world.github.readHead(world.repository, { kind: 'branch', branch })).toBe(head);
    }
    for (const branch of ['..', '.', 'main/..', 'a/../main', 'main?', 'main#', 'main%00', ' main', 'main ']) {
      expect(await world.github.readHead(world.repository, { kind: 'branch', branch })).toBeNull();
    }
    expect(simulator.violations).toEqual([]);
  });
});

describe('in the address', () => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await startGateway(() => ({ status: 404 }));
  });
  afterEach(() => gateway.server.close());

  test('a name is one step, whatever it holds', async () => {
    const name = fc.oneof(
      fc.constantFrom(
        '..',
        '../../../x/y',
        './x',
        '%2e%2e',
        '?a',
        '#a',
        '\\..\\x',
        ' ',
        '\n',
        '//x',
        ...HOSTILE_BRANCHES,
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(text => text.isWellFormed()),
    );
    await fc.assert(
      fc.asyncProperty(name, async branch => {
        await gateway.github.readHead(REPOSITORY, { kind: 'branch', branch });
        const step = gateway.asked().at(-1)?.line.slice('GET /repos/ada/churn/git/ref/'.length) ?? '';
        expect(step).not.toMatch(/[/?#\\]/);
        expect(decodeURIComponent(step)).toBe(`heads/${branch}`);
      }),
      { numRuns: 60 },
    );
  });
});
