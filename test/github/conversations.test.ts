import { afterEach, describe, expect, it } from '@jest/globals';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

const MARKER = '<!-- showwork 1f2e -->';
const THREAD = { issueNumber: 12, isPullRequest: true };
let gateway: Gateway;
afterEach(() => gateway.server.close());

/** A comment or issue as GitHub lists it, written through the app of that id. */
function post(id: number, appId: number | null, body: string | null = MARKER) {
  const performed_via_github_app = appId === null ? null : { id: appId };
  return { id, number: id, node_id: `node-${id}`, body, performed_via_github_app };
}

const strangers = (count: number) => Array.from({ length: count }, (_, index) => post(index + 1, null));
const lines = () => gateway.asked().map(({ line }) => line);

describe('an own comment', () => {
  it('is looked for on every page: GitHub lists the oldest first', async () => {
    const pages = [strangers(100), [post(101, 42), ...strangers(99)], [post(201, 7), post(202, 42, null)]];
    gateway = await startGateway(({ line }) => {
      const page = Number(/\bpage=(\d+)$/.exec(line)?.[1]);
      return { status: 200, body: pages[page - 1] ?? [] };
    });
    const found = await gateway.github.findComment(REPOSITORY, THREAD, MARKER);
    expect(found).toEqual({ id: 101, nodeId: 'node-101' });
    expect(lines()).toEqual(
      [1, 2, 3].map(page => `GET /repos/ada/churn/issues/12/comments?per_page=100&page=${page}`),
    );
  });

  it('is looked for on 25 pages at the most, which is all that a thread can hold', async () => {
    gateway = await startGateway(() => ({ status: 200, body: strangers(100) }));
    expect(await gateway.github.findComment(REPOSITORY, THREAD, MARKER)).toBeNull();
    expect(lines()).toHaveLength(25);
  });
});

describe('an own issue', () => {
  it('is looked for from the newest on, and no further than it is found', async () => {
    const issues = [post(300, 7), { ...post(299, 42), pull_request: {} }, post(298, 42), post(297, 42)];
    gateway = await startGateway(() => ({ status: 200, body: [...issues, ...strangers(96)] }));
    const found = await gateway.github.findIssue(REPOSITORY, MARKER);
    expect(found).toEqual({ id: 298, nodeId: 'node-298' });
    expect(lines()).toEqual([
      'GET /repos/ada/churn/issues?state=all&sort=created&direction=desc&per_page=100&page=1',
    ]);
  });

  it('is looked for among the newest thousand', async () => {
    gateway = await startGateway(() => ({ status: 200, body: strangers(100) }));
    expect(await gateway.github.findIssue(REPOSITORY, MARKER)).toBeNull();
    expect(lines()).toHaveLength(10);
  });

  it('that was transferred is gone: GitHub redirects to a repository that the token is not for', async () => {
    gateway = await startGateway(({ line }) =>
      line === 'PATCH /repos/ada/churn/issues/5'
        ? { status: 301, headers: { location: '/repositories/8/issues/3' } }
        : { status: 403, body: { message: 'Resource not accessible by integration' } },
    );
    const updating = gateway.github.updateIssue(REPOSITORY, 5, { state: 'closed' });
    await expect(updating).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    expect(lines()).toEqual(['PATCH /repos/ada/churn/issues/5', 'PATCH /repositories/8/issues/3']);
  });

  it('is changed in nothing but what is said', async () => {
    gateway = await startGateway(() => ({ status: 200, body: { number: 5, node_id: 'node-5' } }));
    await gateway.github.updateIssue(REPOSITORY, 5, { state: 'closed' });
    expect(gateway.asked().map(({ body }) => body)).toEqual([{ state: 'closed' }]);
  });
});
