import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { evaluate, readAction, runStep, shellSteps } from './composite-action.ts';
import { checkOut } from './tracked-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const INSTALLING_MS = 300_000;

const action = readAction(join(ROOT, 'action.yml'));
const [install, review] = shellSteps(action);

/** The action as GitHub's runner checks it out, and a repository that uses it. */
let actionPath: string;
let workspace: string;

beforeAll(async () => {
  if (install === undefined) throw new Error('nothing is installed');
  actionPath = mkdtempSync(join(tmpdir(), 'showwork-action-'));
  workspace = mkdtempSync(join(tmpdir(), 'showwork-workspace-'));
  checkOut(actionPath);
  for (const name of ['headings-with-nothing-under-them', 'web-app', 'hostile-text'])
    cpSync(join(ROOT, 'fixtures/readmes', name), join(workspace, name), { recursive: true });
  const { code, out, err } = await runStep(install, {
    actionPath,
    workspace,
    inputs: {},
    environment: process.env,
  });
  if (code !== 0) throw new Error(out + err);
}, INSTALLING_MS);
afterAll(() => {
  for (const folder of [actionPath, workspace]) rmSync(folder, { recursive: true });
});

function reviewWith(inputs: Readonly<Record<string, string>>) {
  if (review === undefined) throw new Error('nothing is reviewed');
  const defaults = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
  );
  return runStep(review, { actionPath, workspace, inputs: { ...defaults, ...inputs } });
}

describe('the steps', () => {
  test('use the version of Node that the project is for, and code that nobody can exchange', () => {
    const uses = action.runs.steps.flatMap(step => ('uses' in step ? [step] : []));
    expect(uses).toEqual([
      { uses: expect.stringMatching(/^actions\/setup-node@[0-9a-f]{40}$/), with: expect.anything() },
    ]);
    const version = readFileSync(join(ROOT, '.nvmrc'), 'utf8').trim();
    expect(String(uses[0]?.with['node-version'])).toBe(version);
  });

  test('hold no input in the text of a script, where it could be a command', () => {
    for (const step of shellSteps(action)) expect(step.run).not.toContain('${{');
  });
});

describe('a review in a workflow', () => {
  test('stands beside the lines, in the summary and in the outputs', async () => {
    const run = await reviewWith({ paths: 'headings-with-nothing-under-them\n\nweb-app\n' });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/^Showwork: 2 READMEs · lowest: /);
    expect(run.out).toMatch(
      /^::warning file=headings-with-nothing-under-them\/README\.md,line=\d+,endLine=\d+,title=What did not work%3A missing::/m,
    );
    expect(run.summary).toContain('## `headings-with-nothing-under-them`');
    expect(run.summary).toContain('## `web-app`');
    expect(run.outputs).toEqual({
      readmes: '2',
      missing: expect.stringMatching(/^[1-9]$/),
      documented: 'false',
    });
  });

  test('hands on every output it promises', async () => {
    const { outputs } = await reviewWith({});
    const known = Object.fromEntries(
      Object.entries(outputs).map(([name, value]) => [`steps.review.outputs.${name}`, value]),
    );
    const values = Object.values(action.outputs).map(({ value }) =>
      evaluate(value, { ...known, 'inputs.sarif': 'x' }),
    );
    expect(values).toHaveLength(Object.keys(outputs).length + 1);
  });

  test('fails the step where it is enforced, and never where it is not', async () => {
    const paths = 'headings-with-nothing-under-them';
    expect((await reviewWith({ paths, enforce: 'true' })).code).toBe(1);
    expect((await reviewWith({ paths, enforce: 'false' })).code).toBe(0);
    const odd = await reviewWith({ paths, enforce: 'yes' });
    expect(odd).toMatchObject({ code: 2, out: expect.stringMatching(/^::error /) });
  });

  test('writes a SARIF log where one is asked for', async () => {
    await reviewWith({ paths: 'web-app', sarif: 'showwork.sarif' });
    const log = JSON.parse(readFileSync(join(workspace, 'showwork.sarif'), 'utf8'));
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Showwork' } } }] });
  });

  test('takes a path for a path, whatever it looks like', async () => {
    writeFileSync(join(workspace, '--enforce'), '# Notes\n');
    const run = await reviewWith({ paths: '--enforce\n$(touch pwned)\n::error::x' });
    expect(run.code).toBe(2);
    expect(run.outputs['readmes']).toBe('1');
    expect(run.out).toContain(
      '::error title=Showwork::showwork: $(touch pwned): there is no such file or folder\n',
    );
    expect(run.out.match(/^::error/gm)).toHaveLength(2);
    expect(() => readFileSync(join(workspace, 'pwned'))).toThrow();
  });

  test('leaves nothing of a hostile README in the log but remarks of ours', async () => {
    const { out } = await reviewWith({ paths: 'hostile-text' });
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^(Showwork: |::(warning|notice) file=hostile-text\/)/);
  });
});
