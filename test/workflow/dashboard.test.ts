import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { INTENT_MS } from '../../src/workflow/publishing/under-way.ts';
import { ALL_DOCUMENTED } from '../helpers/stand-in-reviewer.ts';
import { runToEnd, say, useUpWrites } from './people.ts';
import { failureOf, MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const CONFIG = { '.github/showwork.yml': 'dashboard: true\n' };
const README = (line: string) => ({ 'README.md': `# Churn\n\n${line}\n` });
const WHOLE = README(ALL_DOCUMENTED);
const HALF = README('Documented: problem, approach');
const LESS = README('Documented: problem');
const OUTAGE = new ShowworkError('GITHUB_UNAVAILABLE', 'no answer');
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const dashboard = () => flow.hub.issues()[0];
const asked = async (work: () => Promise<unknown>) =>
  (await flow.asked(work)).filter(call => /Issue/.test(call));

describe('the dashboard', () => {
  it('is opened where something is open', async () => {
    expect(await asked(() => flow.push('main', { ...HALF, ...CONFIG }))).toEqual([
      'findIssue',
      'createIssue',
    ]);
    expect(flow.hub.issues()).toMatchObject([{ open: true, body: expect.stringContaining('2 of 5') }]);
  });

  it('is not opened unless the settings ask for it', async () => {
    await flow.push('main', HALF);
    expect(flow.hub.issues()).toEqual([]);
  });

  it.each([
    ['all is documented from the start', WHOLE],
    ['there is no README', { 'notes.txt': '' }],
  ])('is not opened where %s', async (_, files) => {
    await flow.push('main', { ...files, ...CONFIG });
    expect(flow.hub.issues()).toEqual([]);
  });

  it('is no concern of other branches', async () => {
    await flow.push('main', { ...WHOLE, ...CONFIG });
    await flow.push('topic', HALF);
    expect(flow.hub.issues()).toEqual([]);
  });

  it('is edited where a verdict flips, and not where none does', async () => {
    await flow.push('main', { ...HALF, ...CONFIG });
    expect(await asked(() => flow.push('main', { 'notes.txt': 'x' }))).toEqual([]);
    expect(await asked(() => flow.push('main', LESS))).toEqual(['updateIssue']);
    expect(dashboard()?.body).toContain('1 of 5');
  });

  it('is closed when all is documented, and opened again when something falls back', async () => {
    await flow.push('main', { ...HALF, ...CONFIG });
    await flow.push('main', WHOLE);
    expect(flow.hub.issues()).toMatchObject([{ open: false }]);
    await flow.push('main', HALF);
    expect(flow.hub.issues()).toMatchObject([{ open: true }]);
  });

  it('that somebody closed stays closed, and is kept true', async () => {
    await flow.push('main', { ...HALF, ...CONFIG });
    await flow.hub.github.updateIssue(flow.hub.repository, 1, { state: 'closed' });
    await flow.push('main', LESS);
    expect(flow.hub.issues()).toMatchObject([{ open: false, body: expect.stringContaining('1 of 5') }]);
  });

  it('that somebody deleted stays away', async () => {
    await flow.push('main', { ...HALF, ...CONFIG });
    flow.hub.deleteIssue(1);
    await flow.push('main', LESS);
    await flow.push('main', WHOLE);
    expect(flow.hub.issues()).toEqual([]);
  });

  it('is found again where the app was installed anew', async () => {
    await flow.push('main', { ...HALF, ...CONFIG });
    const { repositoryId, installationId } = flow.hub.repository;
    await flow.store.store.forget(installationId, [repositoryId]);
    flow.clock.advance(1_000);
    const added = { installationId, repositoryIds: [repositoryId] };
    const nothing = { event: 'installation', action: null, hints: [], instructions: [] };
    await flow.store.store.accept({ id: 'added', ...nothing, added });
    expect(await asked(() => flow.push('main', LESS))).toEqual(['findIssue', 'updateIssue']);
    expect(flow.hub.issues()).toHaveLength(1);
  });

  it.each([true, false])('is opened once, also after an interruption (made by GitHub: %s)', async made => {
    const job = await flow.accept(MAIN, flow.hub.commit('main', { ...HALF, ...CONFIG }));
    flow.hub.failNext('createIssue', OUTAGE, { carriedOut: made });
    await failureOf(flow.worker.run(job));
    flow.clock.advance(INTENT_MS);
    await flow.worker.run(job);
    expect(flow.hub.issues()).toHaveLength(1);
  });

  it('is closed where it was opened by an interrupted job and all is documented since', async () => {
    const job = await flow.accept(MAIN, flow.hub.commit('main', { ...HALF, ...CONFIG }));
    flow.hub.failNext('createIssue', OUTAGE, { carriedOut: true });
    await failureOf(flow.worker.run(job));
    flow.clock.advance(INTENT_MS);
    await flow.push('main', WHOLE);
    expect(flow.hub.issues()).toMatchObject([{ open: false }]);
  });

  it('that GitHub does not take, because the repository has no issues, is no failure', async () => {
    const job = await flow.accept(MAIN, flow.hub.commit('main', { ...HALF, ...CONFIG }));
    flow.hub.failNext('createIssue', new ShowworkError('GITHUB_GONE', 'Issues has been disabled'));
    expect(await flow.worker.run(job)).toBeNull();
  });

  it('follows what somebody accepts for the repository', async () => {
    await flow.push('main', { 'README.md': '# Churn\n', ...CONFIG });
    const text = '/review accept failures because it is a week old';
    const thread = { issueNumber: flow.hub.openIssue(), isPullRequest: false };
    await flow.worker.run((await say(flow, { ...thread, text })).job);
    expect(dashboard()).toMatchObject({ open: false });
  });
});

describe('a tick of its box', () => {
  const tick = () =>
    flow.instruct({ kind: 'dashboard-ticked', repository: flow.hub.repository, issueNumber: 1 });

  beforeEach(() => flow.push('main', { ...HALF, ...CONFIG }));

  it('has the box written anew, also where nothing has changed', async () => {
    const job = await tick();
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([
      'readHead',
      'readTree',
      'readOwnerFile',
      'updateIssue',
    ]);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
  });

  it('reviews what no delivery told of', async () => {
    const head = flow.hub.commit('main', LESS);
    await flow.worker.run(await tick());
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
    expect(dashboard()?.body).toContain('1 of 5');
  });

  it('ends although every write has to wait for its slot', async () => {
    flow.hub.commit('main', LESS);
    const job = await tick();
    await useUpWrites(flow);
    const calls = await flow.asked(() => runToEnd(flow, job));
    expect(calls.filter(call => /^(create|update)/.test(call))).toEqual(['createCheckRun', 'updateIssue']);
  });

  it('is made good by a later push where it was interrupted', async () => {
    const job = await tick();
    flow.hub.failNext('updateIssue', OUTAGE);
    await failureOf(flow.worker.run(job));
    expect(await asked(() => flow.push('main', { 'notes.txt': 'x' }))).toEqual(['updateIssue']);
  });

  it('does nothing where the default branch is gone', async () => {
    const job = await tick();
    flow.hub.deleteBranch('main');
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readHead']);
  });
});
