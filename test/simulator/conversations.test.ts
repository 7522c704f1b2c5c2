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
  repository = simulator.addRepository({ owner: 'ada', name: 'talk', files: { 'README.md': '# A\n' } });
  bearer = await tokenFor(simulator, 'ada');
});
afterAll(() => {
  expect(simulator.violations).toEqual([]);
  return simulator.close();
});

const AT = '/repos/ada/talk';
const WithId = z.object({ id: z.number() });
const Numbers = z.array(z.object({ number: z.number() }));

function call(method: string, path: string, body?: object) {
  return send(simulator, { method, path: AT + path, bearer, body });
}

describe('pull requests', () => {
  test('are listed by state, head, base and order', async () => {
    repository.commit('one', { a: '1' });
    repository.commit('two', { a: '2' });
    const fork = simulator.fork(repository, 'bob');
    fork.commit('one', { a: '3' });
    const first = repository.openPullRequest({ head: 'one' }).request.number;
    const second = repository.openPullRequest({ head: 'two', draft: true }).request.number;
    const forked = repository.openPullRequest({ head: 'one', fromFork: fork }).request.number;
    const stacked = repository.openPullRequest({ head: 'two', base: 'one' }).request.number;
    repository.mergePullRequest(second);
    const list = async (query: string) => {
      const { body } = await call('GET', `/pulls${query}`);
      return Numbers.parse(body).map(({ number }) => number);
    };
    expect(await list('')).toEqual([stacked, forked, first]);
    expect(await list('?state=closed')).toEqual([second]);
    expect(await list('?state=all&direction=asc')).toEqual([first, second, forked, stacked]);
    expect(await list('?head=bob:one')).toEqual([forked]);
    expect(await list('?base=one')).toEqual([stacked]);
    expect(await list('?state=all&sort=updated&direction=desc')).toEqual([second, stacked, forked, first]);
    expect((await call('GET', `/pulls/${second}`)).body).toMatchObject({
      merged: true,
      state: 'closed',
      draft: true,
    });
    expect(await call('GET', '/pulls/999')).toMatchObject({ status: 404 });
  });

  test('tell what they change', async () => {
    repository.commit('three', { 'README.md': '# B\n', 'new.md': 'n' });
    const { number } = repository.openPullRequest({ head: 'three' }).request;
    expect((await call('GET', `/pulls/${number}`)).body).toMatchObject({ commits: 1, changed_files: 2 });
    expect((await call('GET', `/pulls/${number}/files`)).body).toMatchObject([
      { filename: 'README.md', status: 'modified' },
      { filename: 'new.md', status: 'added' },
    ]);
    expect(await call('GET', `/pulls/${repository.openIssue().number}`)).toMatchObject({ status: 404 });
  });
});

describe('comments', () => {
  test("the app's own appear under its bot, are changed in place and deleted", async () => {
    const { number } = repository.openIssue();
    repository.comment(number, 'A question', 'grace');
    const { body } = await call('POST', `/issues/${number}/comments`, { body: 'An answer' });
    const { id } = WithId.parse(body);
    expect(body).toMatchObject({ user: { login: 'showwork[bot]', type: 'Bot' } });
    await call('PATCH', `/issues/comments/${id}`, { body: 'A better answer' });
    expect((await call('GET', `/issues/${number}/comments`)).body).toMatchObject([
      { body: 'A question', user: { login: 'grace' }, performed_via_github_app: null },
      { body: 'A better answer', performed_via_github_app: { id: simulator.app.appId } },
    ]);
    expect((await call('GET', `/issues/${number}`)).body).toMatchObject({ comments: 2 });
    expect(await call('DELETE', `/issues/comments/${id}`)).toMatchObject({ status: 204 });
    expect(repository.comments(number)).toMatchObject([{ body: 'A question' }]);
    expect(await call('GET', `/issues/comments/${id}`)).toMatchObject({ status: 404 });
  });

  test('are edited and deleted by people, which GitHub tells', async () => {
    const { number } = repository.openIssue();
    const { id } = repository.comment(number, '/review', 'grace').comment;
    const edited = repository.editComment(id, '/help', 'grace');
    expect(edited).toMatchObject({ action: 'edited', formerBody: '/review', sender: { login: 'grace' } });
    expect((await call('GET', `/issues/comments/${id}`)).body).toMatchObject({ body: '/help' });
    expect(repository.deleteComment(id)).toMatchObject({ action: 'deleted', sender: { login: 'ada' } });
    expect(await call('GET', `/issues/comments/${id}`)).toMatchObject({ status: 404 });
    expect(() => repository.editComment(id, 'again')).toThrow('no comment');
  });

  test('newer than a moment', async () => {
    const { number } = repository.openIssue();
    repository.comment(number, 'old');
    const { comment } = repository.comment(number, 'new');
    const since = comment.updatedAt.toISOString();
    expect((await call('GET', `/issues/${number}/comments?since=${since}`)).body).toMatchObject([
      { body: 'new' },
    ]);
  });

  test('may be 65,536 bytes long, and must say something', async () => {
    const { number } = repository.openIssue();
    const say = async (body: string) => (await call('POST', `/issues/${number}/comments`, { body })).status;
    expect(await say('é'.repeat(GITHUB_LIMITS.bodyBytes / 2))).toBe(201);
    expect(await say(`${'é'.repeat(GITHUB_LIMITS.bodyBytes / 2)}a`)).toBe(422);
    expect(await say(' \n')).toBe(422);
    expect(await call('POST', '/issues/999/comments', { body: 'Hello' })).toMatchObject({ status: 404 });
  });
});

describe('reactions', () => {
  test('the same one twice stays one', async () => {
    const { number } = repository.openIssue();
    const { id: comment } = repository.comment(number, '/review').comment;
    const path = `/issues/comments/${comment}/reactions`;
    const first = await call('POST', path, { content: 'eyes' });
    const second = await call('POST', path, { content: 'eyes' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    await call('POST', path, { content: 'rocket' });
    expect(repository.reactions(comment).map(({ content }) => content)).toEqual(['eyes', 'rocket']);
    expect((await call('GET', `${path}?content=rocket`)).body).toMatchObject([{ content: 'rocket' }]);
    const { id } = WithId.parse(first.body);
    expect(await call('DELETE', `${path}/${id}`)).toMatchObject({ status: 204 });
    expect(await call('DELETE', `${path}/${id}`)).toMatchObject({ status: 404 });
    expect((await call('GET', `/issues/comments/${comment}`)).body).toMatchObject({
      reactions: { total_count: 1, rocket: 1, eyes: 0 },
    });
  });
});
