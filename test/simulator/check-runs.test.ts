import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { GITHUB_LIMITS } from './limits.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';

let simulator: Simulator;
let repository: SimulatedRepository;
let bearer: string;
beforeAll(async () => {
  simulator = await startSimulator();
  repository = simulator.addRepository({ owner: 'ada', name: 'checks', files: { 'README.md': '# A\n' } });
  bearer = await tokenFor(simulator, 'ada');
});
afterAll(() => simulator.close());

const AT = '/repos/ada/checks';
const Run = z.object({ id: z.number(), check_suite: z.object({ id: z.number() }) });
const Listed = z.object({ total_count: z.number(), check_runs: z.array(z.object({ id: z.number() })) });

function note(message = 'Look', rest: object = {}) {
  return { path: 'README.md', start_line: 1, end_line: 1, annotation_level: 'notice', message, ...rest };
}

function create(rest: object = {}, headSha = repository.head()) {
  const body = { name: 'Showwork', head_sha: headSha, ...rest };
  return send(simulator, { method: 'POST', path: `${AT}/check-runs`, bearer, body });
}

async function created(rest: object = {}, headSha?: string): Promise<z.infer<typeof Run>> {
  return Run.parse((await create(rest, headSha)).body);
}

function update(id: number, body: object) {
  return send(simulator, { method: 'PATCH', path: `${AT}/check-runs/${id}`, bearer, body });
}

async function list(path: string): Promise<number[]> {
  const { body } = await send(simulator, { path: AT + path, bearer });
  return Listed.parse(body).check_runs.map(({ id }) => id);
}

function output(rest: object = {}) {
  return { output: { title: 'Title', summary: 'Summary', ...rest } };
}

describe('limits of a check run', () => {
  const full = 'é'.repeat(Math.floor(GITHUB_LIMITS.checkOutputBytes / 2));
  test.each<[string, object, number]>([
    ['a summary of 65,535 bytes', output({ summary: `${full}a` }), 201],
    ['a summary of 65,536 bytes in half as many characters', output({ summary: `${full}é` }), 422],
    ['a text of 65,536 bytes in half as many characters', output({ text: `${full}é` }), 422],
    ['a summary of 65,536 characters', output({ summary: 'a'.repeat(65_536) }), 422],
    ['50 annotations', output({ annotations: Array(50).fill(note()) }), 201],
    ['51 annotations', output({ annotations: Array(51).fill(note()) }), 422],
    ['an annotation message of 64 KB', output({ annotations: [note('a'.repeat(65_536))] }), 201],
    ['an annotation message over 64 KB', output({ annotations: [note('a'.repeat(65_537))] }), 422],
    ['raw details over 64 KB', output({ annotations: [note('', { raw_details: 'a'.repeat(65_537) })] }), 422],
    ['an annotation title of 255', output({ annotations: [note('', { title: 'a'.repeat(255) })] }), 201],
    ['an annotation title of 256', output({ annotations: [note('', { title: 'a'.repeat(256) })] }), 422],
    ['an annotation on line 0', output({ annotations: [note('', { start_line: 0 })] }), 422],
    ['an annotation that ends before it starts', output({ annotations: [note('', { start_line: 2 })] }), 422],
    ['columns on one line', output({ annotations: [note('', { start_column: 1 })] }), 201],
    ['columns on two lines', output({ annotations: [note('', { start_column: 1, end_line: 2 })] }), 422],
    ['an output without a title', { output: { summary: 'Summary' } }, 422],
  ])('%s: %#', async (_, rest, status) => {
    expect((await create(rest)).status).toBe(status);
  });

  const action = { label: 'a'.repeat(20), description: 'a'.repeat(40), identifier: 'a'.repeat(20) };
  test.each<[string, object[], number]>([
    ['three at their longest', [action, action, action], 201],
    ['four', [action, action, action, action], 422],
    ['a label of 21', [{ ...action, label: 'a'.repeat(21) }], 422],
    ['a description of 41', [{ ...action, description: 'a'.repeat(41) }], 422],
    ['an identifier of 21', [{ ...action, identifier: 'a'.repeat(21) }], 422],
  ])('actions: %s', async (_, actions, status) => {
    expect((await create({ actions })).status).toBe(status);
  });

  test('a commit that is not there', async () => {
    const answer = await create({}, 'f'.repeat(40));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain('No commit found for SHA');
  });

  test('only the newest of one name are kept in a suite', async () => {
    const sha = repository.commit('crowded', { a: '1' }).after;
    simulator.limits.checkRunsPerName = 2;
    const ids = [await created({}, sha), await created({}, sha), await created({}, sha)].map(({ id }) => id);
    simulator.limits.checkRunsPerName = GITHUB_LIMITS.checkRunsPerName;
    expect(repository.checkRuns(sha).map(({ id }) => id)).toEqual(ids.slice(1));
  });
});

describe('life of a check run', () => {
  test('a conclusion completes it, and it can be taken up again', async () => {
    const { id } = await created({ status: 'in_progress' });
    const run = () => repository.checkRuns(repository.head()).find(known => known.id === id);
    expect(run()).toMatchObject({ status: 'in_progress', conclusion: null, completedAt: null });
    await update(id, { conclusion: 'failure' });
    expect(run()).toMatchObject({ status: 'completed', conclusion: 'failure' });
    await update(id, { status: 'queued' });
    expect(run()).toMatchObject({ status: 'queued', conclusion: null, completedAt: null });
  });

  test('PATCH appends annotations and replaces the rest of the output', async () => {
    const { id } = await created({
      conclusion: 'neutral',
      ...output({ text: 'T', annotations: [note('one')] }),
    });
    const again = { output: { title: 'New', summary: 'New', annotations: [note('two')] } };
    await update(id, again);
    await update(id, again);
    const run = repository.checkRuns(repository.head()).find(known => known.id === id);
    expect(run?.output).toEqual({ title: 'New', summary: 'New', text: null });
    expect(run?.annotations.map(({ message }) => message)).toEqual(['one', 'two', 'two']);
    const { body } = await send(simulator, {
      path: `${AT}/check-runs/${id}/annotations?per_page=2&page=2`,
      bearer,
    });
    expect(body).toMatchObject([{ message: 'two', path: 'README.md' }]);
  });

  test("another app's run cannot be changed", async () => {
    const { id } = repository.addForeignCheckRun('other', repository.head());
    expect(await update(id, { conclusion: 'failure' })).toMatchObject({ status: 403 });
  });
});

describe('lists of check runs', () => {
  test('show the latest of each name, newest first, and all on demand', async () => {
    const sha = repository.commit('lists', { a: '2' }).after;
    const foreign = repository.addForeignCheckRun('other', sha);
    const old = await created({ conclusion: 'neutral' }, sha);
    const fresh = await created({}, sha);
    expect(await list(`/commits/${sha}/check-runs`)).toEqual([fresh.id, foreign.id]);
    expect(await list('/commits/lists/check-runs?filter=all')).toEqual([fresh.id, old.id, foreign.id]);
    expect(await list(`/commits/${sha}/check-runs?check_name=other`)).toEqual([foreign.id]);
    expect(await list(`/commits/${sha}/check-runs?app_id=${simulator.app.appId}`)).toEqual([fresh.id]);
    expect(await list(`/commits/${sha}/check-runs?status=completed&filter=all`)).toEqual([
      old.id,
      foreign.id,
    ]);
    expect(await list(`/check-suites/${fresh.check_suite.id}/check-runs`)).toEqual([fresh.id]);
  });

  test('an unknown commit is a 422', async () => {
    const path = `${AT}/commits/${'e'.repeat(40)}/check-runs`;
    expect(await send(simulator, { path, bearer })).toMatchObject({ status: 422 });
  });
});

describe('check suites', () => {
  const suiteOn = async (sha: string) => {
    const { body } = await send(simulator, { path: `${AT}/commits/${sha}/check-suites`, bearer });
    return z.object({ check_suites: z.array(z.record(z.string(), z.unknown())) }).parse(body).check_suites;
  };

  test('a push makes one, its runs give it a state, a re-run queues it and leaves the run alone', async () => {
    const { after, before } = repository.commit('suites', { a: '3' });
    expect(await suiteOn(after)).toMatchObject([
      { status: 'queued', conclusion: null, head_branch: 'suites', latest_check_runs_count: 0 },
    ]);
    const { id } = await created({ status: 'in_progress' }, after);
    expect(await suiteOn(after)).toMatchObject([{ status: 'in_progress' }]);
    await update(id, { conclusion: 'neutral' });
    expect(await suiteOn(after)).toMatchObject([{ status: 'completed', conclusion: 'neutral' }]);

    const [run] = repository.checkRuns(after);
    if (run === undefined) throw new Error('no run');
    repository.rerequestCheckRun(run);
    expect(await suiteOn(after)).toMatchObject([{ status: 'queued', conclusion: null }]);
    expect(run).toMatchObject({ status: 'completed', conclusion: 'neutral' });
    await update(id, { conclusion: 'success' });
    expect(await suiteOn(after)).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
    expect(before).toBe('0'.repeat(40));
  });

  test('a commit of a fork gets its suite with the first run, without a branch and without pull requests', async () => {
    const fork = simulator.fork(repository, 'bob');
    const { after } = fork.commit('idea', { a: '4' });
    repository.openPullRequest({ head: 'idea', fromFork: fork });
    expect(await suiteOn(after)).toEqual([]);
    await created({}, after);
    expect(await suiteOn(after)).toMatchObject([{ head_branch: null, pull_requests: [] }]);
  });

  test('a run on a pull request of the repository itself names it', async () => {
    const { after } = repository.commit('named', { a: '5' });
    const { number } = repository.openPullRequest({ head: 'named' }).request;
    expect((await create({}, after)).body).toMatchObject({ pull_requests: [{ number }] });
  });
});

test('nothing here broke the description, save where it was meant to', () => {
  expect(simulator.violations.filter(({ kind }) => kind === 'invalid-answer')).toEqual([]);
});
