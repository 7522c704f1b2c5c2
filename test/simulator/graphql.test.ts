import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { GITHUB_LIMITS } from './limits.ts';
import { nodeId } from './shapes/account.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';
import { octokitFor } from './testing/octokit.ts';

let simulator: Simulator;
let repository: SimulatedRepository;
let bearer: string;
let pull: number;
let seen = 0;
beforeAll(async () => {
  simulator = await startSimulator();
  repository = simulator.addRepository({ owner: 'ada', name: 'graph', files: { 'README.md': '# A\n' } });
  repository.commit('topic', { a: '1' });
  pull = repository.openPullRequest({ head: 'topic', draft: true }).request.number;
  bearer = await tokenFor(simulator, 'ada');
});
afterEach(() => {
  expect(violations()).toEqual([]);
});
afterAll(() => simulator.close());

const MINIMIZE = `mutation Fold($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
    minimizedComment { isMinimized minimizedReason }
  }
}`;

function ask(query: string, variables: object = {}, token = bearer) {
  return send(simulator, { method: 'POST', path: '/graphql', bearer: token, body: { query, variables } });
}

/** A new comment and its name in GraphQL. */
function newComment(number = pull) {
  const { comment } = repository.comment(number, 'Old news');
  return { comment, id: nodeId('IssueComment', comment.id) };
}

/** What is on record against requests since the last look, and no more of it. */
function violations() {
  const fresh = simulator.violations.slice(seen);
  seen += fresh.length;
  return fresh.map(({ kind, problems }) => `${kind}: ${problems.join(' ')}`);
}

describe('minimizeComment', () => {
  test('folds a comment with its reason, as often as asked', async () => {
    const { comment, id } = newComment();
    const folded = { isMinimized: true, minimizedReason: 'outdated' };
    const expected = { data: { minimizeComment: { minimizedComment: folded } } };
    expect(await ask(MINIMIZE, { id })).toMatchObject({ status: 200, body: expected });
    expect((await ask(MINIMIZE, { id })).body).toEqual(expected);
    expect(repository.comments(pull)).toContainEqual({ ...comment, minimized: 'outdated' });
  });

  test('is on record under the name of its field', async () => {
    await ask(MINIMIZE, { id: newComment().id });
    expect(simulator.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/graphql',
      operationId: 'graphql/minimize-comment',
      body: { query: MINIMIZE },
      status: 200,
    });
  });

  test('is reached by Octokit from the same base URL, and its refusals are thrown', async () => {
    const octokit = octokitFor(simulator, 'ada');
    const { comment, id } = newComment();
    await octokit.graphql(MINIMIZE, { id });
    expect(comment.minimized).toBe('outdated');
    await expect(octokit.graphql(MINIMIZE, { id: 'nothing' })).rejects.toMatchObject({
      name: 'GraphqlResponseError',
      errors: [{ type: 'NOT_FOUND' }],
    });
  });

  test('of what is not there, was deleted or is out of reach is an error beside status 200', async () => {
    const { comment, id: deleted } = newComment();
    repository.deleteComment(comment.id);
    const other = simulator.addRepository({ owner: 'ada', name: 'elsewhere' });
    const narrow = await tokenFor(simulator, 'ada', { repository_ids: [other.id] });
    for (const [id, token] of [
      ['nothing', bearer],
      [deleted, bearer],
      [newComment().id, narrow],
    ] as const) {
      expect(await ask(MINIMIZE, { id }, token)).toMatchObject({
        status: 200,
        body: {
          data: { minimizeComment: null },
          errors: [
            {
              type: 'NOT_FOUND',
              path: ['minimizeComment'],
              locations: [{ line: 2, column: 3 }],
              message: `Could not resolve to a node with the global id of '${id}'`,
            },
          ],
        },
      });
    }
  });

  test('asks for the permission that talking there asks for', async () => {
    const onIssue = newComment(repository.openIssue().number);
    const onPull = newComment();
    const may = async (permissions: object, id: string) => {
      const token = await tokenFor(simulator, 'ada', { permissions });
      return !JSON.stringify((await ask(MINIMIZE, { id }, token)).body).includes('FORBIDDEN');
    };
    expect(await may({ pull_requests: 'write' }, onPull.id)).toBe(true);
    expect(await may({ issues: 'write' }, onPull.id)).toBe(true);
    expect(await may({ pull_requests: 'read' }, onPull.id)).toBe(false);
    expect(await may({ pull_requests: 'write' }, onIssue.id)).toBe(false);
    expect(await may({ issues: 'write' }, onIssue.id)).toBe(true);
  });
});

describe('queries', () => {
  test('tell whether a comment is folded', async () => {
    const { id } = newComment();
    const query = 'query($id: ID!) { node(id: $id) { ... on IssueComment { isMinimized minimizedReason } } }';
    const look = async () => (await ask(query, { id })).body;
    expect(await look()).toEqual({ data: { node: { isMinimized: false, minimizedReason: null } } });
    await ask(MINIMIZE, { id });
    expect(await look()).toEqual({ data: { node: { isMinimized: true, minimizedReason: 'outdated' } } });
  });

  test('tell of a pull request and its last comments, bots without [bot]', async () => {
    repository.comment(pull, 'Bumped', 'dependabot[bot]');
    const query = `{ repository(owner: "ada", name: "graph") { pullRequest(number: ${pull}) {
      headRefOid isDraft state comments(last: 1) { nodes { body author { login __typename } } }
    } } }`;
    expect((await ask(query)).body).toEqual({
      data: {
        repository: {
          pullRequest: {
            headRefOid: repository.head('topic'),
            isDraft: true,
            state: 'OPEN',
            comments: { nodes: [{ body: 'Bumped', author: { login: 'dependabot', __typename: 'Bot' } }] },
          },
        },
      },
    });
    const missing = '{ repository(owner: "ada", name: "graph") { pullRequest(number: 99) { id } } }';
    expect((await ask(missing)).body).toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
    expect((await ask('{ repository(owner: "ada", name: "gone") { id } }')).body).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND' }],
    });
  });

  test('must say how much of a list they want', async () => {
    const query = `{ repository(owner: "ada", name: "graph") { pullRequest(number: ${pull}) {
      comments { totalCount }
    } } }`;
    expect((await ask(query)).body).toMatchObject({ errors: [{ type: 'MISSING_PAGINATION_BOUNDARIES' }] });
  });
});

describe('on record as violations are', () => {
  test('documents and variables that GitHub’s schema does not allow', async () => {
    const wrongField = 'mutation { minimiseComment(input: {}) { clientMutationId } }';
    expect((await ask(wrongField)).body).not.toHaveProperty('data');
    expect(violations()[0]).toContain('invalid-request: Cannot query field "minimiseComment"');
    const classifier = MINIMIZE.replace('OUTDATED', 'STALE');
    await ask(classifier, { id: 'x' });
    expect(violations()[0]).toContain('"STALE" does not exist in "ReportedContentClassifiers" enum');
    await ask(MINIMIZE);
    expect(violations()).toEqual([
      'invalid-request: Variable "$id" of required type "ID!" was not provided.',
    ]);
  });

  test('what is no GraphQL at all', async () => {
    expect((await ask('{')).body).toMatchObject({ errors: [{ message: 'Parse error' }] });
    expect(simulator.requests.at(-1)).toMatchObject({ operationId: 'graphql/unreadable' });
    expect(violations()).toEqual(['invalid-request: Parse error']);
    const noQuery = await send(simulator, { method: 'POST', path: '/graphql', bearer, body: {} });
    expect(noQuery.status).toBe(400);
    expect(violations()).toHaveLength(1);
  });

  test('fields that GitHub has and the simulator does not', async () => {
    expect(await ask('{ viewer { login } }')).toMatchObject({ status: 501 });
    expect(violations()).toEqual([
      'not-simulated: The simulator has no Query.viewer: add it in test/simulator/graphql/.',
    ]);
  });
});

describe('refused altogether', () => {
  test('is who brings no token, or the wrong kind', async () => {
    const body = { query: '{ viewer { login } }' };
    expect(await send(simulator, { method: 'POST', path: '/graphql', body })).toMatchObject({ status: 401 });
    expect(await send(simulator, { path: '/graphql', bearer })).toMatchObject({ status: 404 });
    expect(violations()).toHaveLength(1);
  });

  test('is who asks too often: the pool is GraphQL’s own, and says so with status 200', async () => {
    simulator.addRepository({ owner: 'busy', name: 'graph' });
    const busy = await tokenFor(simulator, 'busy');
    simulator.limits.requestsPerHour = 1;
    const query = '{ repository(owner: "busy", name: "graph") { id } }';
    expect((await ask(query, {}, busy)).headers.get('x-ratelimit-resource')).toBe('graphql');
    const over = await ask(query, {}, busy);
    const readable = await send(simulator, { path: '/repos/busy/graph', bearer: busy });
    simulator.limits.requestsPerHour = GITHUB_LIMITS.requestsPerHour;
    expect(over).toMatchObject({ status: 200, body: { errors: [{ type: 'RATE_LIMITED' }] } });
    expect(over.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(readable.status).toBe(200);
  });

  test('is who meets a planned fault, a secondary limit with status 200 among them', async () => {
    const { comment, id } = newComment();
    const match = 'graphql/minimize-comment';
    simulator.faults.next({ match, rateLimit: 'secondary', seconds: 7, asErrors: true });
    simulator.faults.next({ match, status: 502 });
    const limited = await ask(MINIMIZE, { id });
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([200, '7']);
    expect(JSON.stringify(limited.body)).toContain('secondary rate limit');
    expect(await ask(MINIMIZE, { id })).toMatchObject({ status: 502 });
    expect(comment.minimized).toBeNull();
    expect(simulator.faults.pending).toBe(false);
  });
});
