import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runShowwork } from '../helpers/run-showwork.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server-process.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

/** Each step is a process of its own. */
jest.setTimeout(90_000);

const FAILURE =
  'What did not work: we tried one index for all birds first and dropped it, because it took an hour.';

let simulator: Simulator;
let folder: string;
let server: ServerProcess | undefined;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-owner-'));
});
afterEach(async () => {
  await server?.stop('SIGKILL');
  server = undefined;
  rmSync(folder, { recursive: true });
});

const dataPath = () => join(folder, 'showwork.sqlite');
const showwork = (...args: readonly string[]) =>
  runShowwork(args, { cwd: folder, env: { DATA_PATH: dataPath() } });

/** A push that is reviewed. */
async function review(owner: string, name: string): Promise<void> {
  const repository = simulator.addRepository({ owner, name, private: true });
  const push = repository.commit('main', { 'README.md': `# ${name}\n\n${FAILURE}\n` });
  server ??= await startServerProcess(simulator, dataPath());
  await simulator.webhooks.deliver({ url: server.webhookUrl, ...simulator.webhooks.push(push) });
  await simulator.until(() => repository.checkRuns(push.after).find(run => run.status === 'completed'));
}

const rowsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

describe('showwork export', () => {
  test('prints what is stored, quotes from a private README among it, beside the server', async () => {
    await review('ada', 'exported');
    await review('grace', 'of-others');
    const { code, out, err } = await showwork('export', 'Ada');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(rowsOf(out)).toContainEqual({
      table: 'repositories',
      row: expect.objectContaining({ owner: 'ada', name: 'exported', private: 1 }),
    });
    expect(out).toContain('we tried one index for all birds');
    expect(out).not.toContain('of-others');
  });

  test('says where nothing is stored, and where there is no database', async () => {
    expect(await showwork('export', 'ada')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('no database'),
    });
    server = await startServerProcess(simulator, dataPath());
    expect(await showwork('export', 'nobody')).toEqual({
      code: 1,
      out: '',
      err: 'showwork: Nothing is stored about nobody.\n',
    });
    expect(await showwork('export')).toMatchObject({ code: 2 });
  });
});

describe('showwork forget', () => {
  test('says what it would delete, and deletes it with --yes, beside the server', async () => {
    await review('ada', 'forgotten');
    await review('grace', 'kept');
    expect(await showwork('forget', 'ada')).toEqual({
      code: 1,
      out: 'Would delete what is stored for 1 repository and the installation:\n  ada/forgotten\n',
      err: 'showwork: Nothing was deleted. Say --yes to delete it.\n',
    });
    expect((await showwork('export', 'ada')).code).toBe(0);
    expect(await showwork('forget', 'ada', '--yes')).toEqual({
      code: 0,
      out: 'Deleted what is stored for 1 repository and the installation. Where the app is still installed, the next event begins anew.\n',
      err: '',
    });
    expect(await showwork('export', 'ada')).toMatchObject({ code: 1, out: '' });
    expect((await showwork('export', 'grace')).code).toBe(0);
    expect(await showwork('forget', 'ada', '--yes')).toMatchObject({ code: 1 });
  });

  test('works where no server runs, and the next event begins anew', async () => {
    await review('ada', 'begins-anew');
    await server?.stop();
    server = undefined;
    expect((await showwork('forget', 'ada', '--yes')).code).toBe(0);
    await review('ada', 'the-next-one');
    const { out } = await showwork('export', 'ada');
    expect(out).toContain('the-next-one');
    expect(out).not.toContain('begins-anew');
  });
});
