import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runShowwork } from '../helpers/run-showwork.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server-process.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

/** Each step is a process of its own. */
jest.setTimeout(90_000);

const README = '# Notes\n\nWhat did not work: everything at first.\n';

let simulator: Simulator;
let folder: string;
let server: ServerProcess | undefined;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-deliveries-'));
});
afterEach(async () => {
  await server?.stop('SIGKILL');
  server = undefined;
  rmSync(folder, { recursive: true });
});

const dataPath = () => join(folder, 'showwork.sqlite');
const showwork = (...args: readonly string[]) =>
  runShowwork(['deliveries', ...args], { cwd: folder, env: { DATA_PATH: dataPath() } });

interface GivenUp {
  readonly repository: SimulatedRepository;
  readonly head: string;
  readonly reference: string;
}

/** Listing until somebody is there: the server gives up a moment after GitHub has refused. */
async function firstReference(): Promise<string> {
  for (;;) {
    const { out } = await showwork('list');
    const [, reference] = /^([0-9a-f]{12}) /.exec(out) ?? [];
    if (reference !== undefined) return reference;
  }
}

/** A push that cannot be reviewed, because the app may not read files; the learner is told. */
async function giveUpOn(name: string): Promise<GivenUp> {
  const repository = simulator.addRepository({ owner: 'ada', name });
  const push = repository.commit('main', { 'README.md': README });
  const { permissions } = simulator.installation('ada').record;
  simulator.installation('ada').grant({ checks: 'write', metadata: 'read' });
  server = await startServerProcess(simulator, dataPath());
  await simulator.webhooks.deliver({ url: server.webhookUrl, ...simulator.webhooks.push(push) });
  await simulator.until(() => repository.checkRuns(push.after)[0]);
  simulator.installation('ada').grant(permissions);
  return { repository, head: push.after, reference: await firstReference() };
}

/** The check run of a review that was made after all. */
function reviewed({ repository, head, reference }: GivenUp) {
  return simulator.until(() =>
    repository.checkRuns(head).find(({ output }) => output.summary?.includes(reference) === false),
  );
}

describe('showwork deliveries', () => {
  test('lists and shows what was given up, and lets a running server do it again', async () => {
    const givenUp = await giveUpOn('beside-the-server');
    const { reference } = givenUp;
    const listed = await showwork('list');
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toMatch(
      new RegExp(`^${reference}  \\d{4}-.*Z  GITHUB_FORBIDDEN  ada/beside-the-server: branch main\n$`),
    );
    const shown = await showwork('show', reference);
    expect(shown.out).toContain('about         ada/beside-the-server: branch main\n');
    expect(shown.out).toContain('Compare the granted permissions with app.yml');
    expect(shown.out).toContain('tried again   no\n');

    const retried = await showwork('retry', reference);
    expect(retried).toEqual({ code: 0, out: `${reference}: waits to run again\n`, err: '' });
    expect(await reviewed(givenUp)).toMatchObject({ status: 'completed' });
    expect((await showwork('list')).out).toBe('Nothing was given up.\n');
    const letter = JSON.parse((await showwork('list', '--all', '--json')).out);
    expect(letter).toMatchObject({ referenceId: reference, retriedAt: expect.stringMatching(/^\d{4}-/) });
  });

  test('where no server runs, leaves it to the next one', async () => {
    const givenUp = await giveUpOn('before-the-server');
    await server?.stop();
    const { out } = await showwork('retry', '--all');
    expect(out).toBe(`${givenUp.reference}: waits to run again\n`);
    expect(givenUp.repository.checkRuns(givenUp.head)).toHaveLength(1);
    server = await startServerProcess(simulator, dataPath());
    expect(await reviewed(givenUp)).toMatchObject({ status: 'completed' });
  });

  test('says what is wrong with what it was told', async () => {
    expect(await showwork('list')).toEqual({
      code: 1,
      out: '',
      err: `showwork: There is no database at ${dataPath()}. Set DATA_PATH to the server's.\n`,
    });
    server = await startServerProcess(simulator, dataPath());
    expect(await showwork('show', '0123')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing was given up'),
    });
    expect(await showwork('retry', '0123')).toMatchObject({
      code: 1,
      out: expect.stringContaining('nothing was given up'),
    });
    expect(await showwork('retry')).toMatchObject({ code: 2, err: expect.stringContaining('--all') });
    expect(await showwork('retry', '0123', '--all')).toMatchObject({ code: 2 });
    expect(await showwork('retry', '--all')).toMatchObject({ code: 0, out: 'Nothing was given up.\n' });
  });
});
