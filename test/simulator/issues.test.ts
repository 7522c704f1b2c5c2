import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { GITHUB_LIMITS } from './limits.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';

let simulator: Simulator;
let repository: SimulatedRepository;
let bearer: string;
let count = 0;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  count += 1;
  repository = simulator.addRepository({ owner: 'ada', name: `issues${count}`, files: { a: '' } });
  bearer = await tokenFor(simulator, 'ada');
});
afterAll(() => {
  expect(simulator.violations).toEqual([]);
  return simulator.close();
});

function call(method: string, path: string, body?: object) {
  return send(simulator, { method, path: `/repos/${repository.fullName}${path}`, bearer, body });
}

async function create(issue: object): Promise<number> {
  const { body } = await call('POST', '/issues', issue);
  return z.object({ number: z.number() }).parse(body).number;
}

/** What happened to issues of the present repository, such as `closed by ada`. */
function changes(): string[] {
  return simulator.issueChanges
    .filter(change => change.repository === repository.record)
    .map(({ action, sender }) => `${action} by ${sender.login}`);
}

const WHERE_IT_IS_GONE = 410;

describe("the app's own issue", () => {
  test('appears under its bot and takes the next number', async () => {
    repository.openIssue();
    const { status, body } = await call('POST', '/issues', { title: 'Progress', body: 'All good' });
    expect([status, body]).toMatchObject([
      201,
      {
        number: 2,
        title: 'Progress',
        body: 'All good',
        state: 'open',
        state_reason: null,
        user: { login: 'showwork[bot]', type: 'Bot' },
        performed_via_github_app: { id: simulator.app.appId },
      },
    ]);
    expect(repository.issue(2)).toMatchObject({ title: 'Progress', byApp: true });
  });

  test('keeps what an update leaves out', async () => {
    const number = await create({ title: 'Progress', body: 'One to go' });
    await call('PATCH', `/issues/${number}`, { body: 'All good' });
    expect((await call('GET', `/issues/${number}`)).body).toMatchObject({
      title: 'Progress',
      body: 'All good',
      state: 'open',
    });
  });

  test('is closed and reopened, with a reason', async () => {
    const number = await create({ title: 'Progress' });
    const update = async (body: object) => (await call('PATCH', `/issues/${number}`, body)).body;
    expect(await update({ state: 'closed' })).toMatchObject({ state: 'closed', state_reason: 'completed' });
    expect(await update({ state: 'open' })).toMatchObject({ closed_at: null, state_reason: 'reopened' });
    expect(await update({ state: 'closed', state_reason: 'not_planned' })).toMatchObject({
      state_reason: 'not_planned',
    });
    expect(await update({ state: 'closed', state_reason: 'completed' })).toMatchObject({
      state_reason: 'not_planned',
    });
  });

  test('makes events too, one for each kind of change and none for no change', async () => {
    const number = await create({ title: 'Progress', body: 'One to go' });
    await call('PATCH', `/issues/${number}`, { body: 'One to go' });
    await call('PATCH', `/issues/${number}`, { body: 'All good', state: 'closed' });
    expect(changes()).toEqual([
      'opened by showwork[bot]',
      'edited by showwork[bot]',
      'closed by showwork[bot]',
    ]);
  });
});

describe('people', () => {
  test('tick the first empty box', async () => {
    const number = await create({ title: 'Progress', body: '- [x] Done\n- [ ] Look again\n' });
    const [edited] = repository.tickBox(number, 'grace');
    expect(edited).toMatchObject({ former: { body: '- [x] Done\n- [ ] Look again\n' } });
    expect(repository.issue(number).body).toBe('- [x] Done\n- [x] Look again\n');
    expect(changes().at(-1)).toBe('edited by grace');
    expect(() => repository.tickBox(number)).toThrow('no empty box');
  });

  test('close, reopen and delete; a deleted one is gone and its number is not given again', async () => {
    const number = await create({ title: 'Progress' });
    const { comment } = repository.comment(number, 'Hello');
    repository.changeIssue(number, { state: 'closed' });
    repository.changeIssue(number, { state: 'open' });
    repository.deleteIssue(number);
    expect(changes().slice(1)).toEqual(['closed by ada', 'reopened by ada', 'deleted by ada']);
    expect(await call('GET', `/issues/${number}`)).toMatchObject({ status: WHERE_IT_IS_GONE });
    expect(await call('PATCH', `/issues/${number}`, { body: 'x' })).toMatchObject({
      status: WHERE_IT_IS_GONE,
    });
    expect(await call('GET', `/issues/comments/${comment.id}`)).toMatchObject({ status: 404 });
    expect(await create({ title: 'Progress' })).toBe(number + 1);
  });

  test('switch issues off, as they are in a fork at first', async () => {
    const number = await create({ title: 'Progress' });
    repository.setIssues(false);
    expect(await call('POST', '/issues', { title: 'Progress' })).toMatchObject({ status: WHERE_IT_IS_GONE });
    expect(await call('GET', `/issues/${number}`)).toMatchObject({ status: WHERE_IT_IS_GONE });
    expect((await call('GET', '/issues')).body).toEqual([]);
    expect((await call('GET', '')).body).toMatchObject({ has_issues: false });
    expect(simulator.fork(repository, 'bob').record.hasIssues).toBe(false);
  });
});

describe('limits', () => {
  test('of titles and bodies', async () => {
    const status = async (issue: object) => (await call('POST', '/issues', issue)).status;
    expect(await status({ title: 't'.repeat(GITHUB_LIMITS.issueTitleCharacters) })).toBe(201);
    expect(await status({ title: 't'.repeat(GITHUB_LIMITS.issueTitleCharacters + 1) })).toBe(422);
    expect(await status({ title: ' ' })).toBe(422);
    expect(await status({ title: 't', body: 'b'.repeat(GITHUB_LIMITS.bodyBytes) })).toBe(201);
    expect(await status({ title: 't', body: 'b'.repeat(GITHUB_LIMITS.bodyBytes + 1) })).toBe(422);
  });
});

describe('the list', () => {
  const list = async (query: string) => {
    const { body } = await call('GET', `/issues${query}`);
    return z
      .array(z.object({ number: z.number() }))
      .parse(body)
      .map(({ number }) => number);
  };

  test('has issues and pull requests by state, creator and order', async () => {
    const asked = repository.openIssue({ author: 'grace' }).number;
    const own = await create({ title: 'Progress' });
    repository.commit('topic', { a: '1' });
    const pull = repository.openPullRequest({ head: 'topic' }).request.number;
    const closed = await create({ title: 'Old' });
    repository.changeIssue(closed, { state: 'closed' });
    repository.comment(asked, 'Hello');
    expect(await list('')).toEqual([pull, own, asked]);
    expect(await list('?state=closed')).toEqual([closed]);
    expect(await list('?state=all&creator=showwork[bot]')).toEqual([closed, own]);
    expect(await list('?creator=Grace')).toEqual([asked]);
    expect(await list('?direction=asc')).toEqual([asked, own, pull]);
    expect((await list('?sort=comments'))[0]).toBe(asked);
    repository.changeIssue(asked, { title: 'Another question' });
    expect((await list('?sort=updated'))[0]).toBe(asked);
  });

  test('comes in pages', async () => {
    const first = await create({ title: 'One' });
    const second = await create({ title: 'Two' });
    expect(await list('?per_page=1')).toEqual([second]);
    expect(await list('?per_page=1&page=2')).toEqual([first]);
    const { headers } = await call('GET', '/issues?per_page=1');
    expect(headers.get('link')).toContain('rel="next"');
  });
});
