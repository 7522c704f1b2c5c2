import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createGitHub } from '../../src/github/create-github.ts';
import type { GitHub } from '../../src/ports.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { type CollectingObserver, createCollectingObserver } from '../helpers/collecting-observer.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

let simulator: Simulator;
let observer: CollectingObserver;
let github: GitHub;
let repositories = 0;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  observer = createCollectingObserver();
  const { appId, privateKey } = simulator.app;
  const clock = { now: () => new Date() };
  const logger = createCollectingLogger();
  github = createGitHub({ appId, privateKey, baseUrl: simulator.baseUrl, clock, logger, observer });
});

function begin() {
  repositories += 1;
  const simulated = simulator.addRepository({ owner: 'ada', name: `r${repositories}`, files: { a: '1' } });
  const repository = {
    installationId: simulator.installation('ada').id,
    repositoryId: simulated.id,
    owner: 'ada',
    name: `r${repositories}`,
    defaultBranch: 'main',
    private: false,
  };
  return { simulated, repository };
}

/** Operation and outcome of each request, in order; those for tokens left out. */
const asked = () =>
  observer.requests
    .map(({ operation, outcome }) => `${operation} ${outcome}`)
    .filter(line => line !== 'apps/create-installation-access-token ok');

describe('the observer', () => {
  it('is told of each request by the name that GitHub gives to it, tokens included', async () => {
    const { simulated, repository } = begin();
    const head = simulated.head();
    simulated.commit('topic', { b: '2' });
    const { number: issueNumber } = simulated.openPullRequest({ head: 'topic' }).request;
    const thread = { issueNumber, isPullRequest: true };
    const before = simulator.requests.length;

    const tree = await github.readTree(repository, head, { recursive: true });
    await github.readBlob(repository, tree.entries[0]?.sha ?? '');
    await github.compare(repository, head, simulated.head('topic'));
    await github.readOwnerFile(repository, ['showwork.yml']);
    await github.readRepository(repository);
    await github.readHead(repository, { kind: 'branch', branch: 'main' });
    await github.readPullRequest(repository, issueNumber);
    await github.listOpenPullRequests(repository);
    await github.readRole(repository, 'ada');
    const run = {
      name: 'Showwork',
      headSha: head,
      externalId: 'x',
      conclusion: 'neutral',
      title: 'Title',
      summary: 'Summary',
      annotations: [],
      actions: [],
    } as const;
    await github.updateCheckRun(repository, await github.createCheckRun(repository, run), run);
    await github.findCheckRun(repository, head, 'x');
    const posted = await github.createComment(repository, thread, 'Hello');
    await github.updateComment(repository, thread, posted.id, 'Hello again');
    await github.findComment(repository, thread, 'Hello');
    await github.react(repository, { ...thread, commentId: posted.id }, 'eyes');
    await github.minimizeComment(repository, thread, posted.nodeId);
    const issue = await github.createIssue(repository, { title: 'Title', body: 'Body' });
    await github.updateIssue(repository, issue.id, { state: 'closed' });
    await github.findIssue(repository, 'Body');

    const named = simulator.requests.slice(before).map(({ operationId }) => operationId);
    // The simulator tells mutations apart, which GitHub's address for them does not.
    const expected = named.map(name => (name?.startsWith('graphql/') ? 'graphql' : name));
    expect(observer.requests.map(({ operation }) => operation)).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(18);
  });

  it('is told of the budget that is left', async () => {
    await github.readRepository(begin().repository);
    expect(observer.requests.at(-1)).toEqual({
      operation: 'repos/get',
      outcome: 'ok',
      budget: { resource: 'core', remaining: expect.any(Number), resetsAt: expect.any(Date) },
    });
  });

  it.each([
    [{ status: 502 }, 'GITHUB_UNAVAILABLE', []],
    [{ reset: true }, 'GITHUB_UNAVAILABLE', []],
    [{ status: 404 }, 'GITHUB_GONE', []],
    [{ rateLimit: 'primary' }, 'GITHUB_RATE_LIMITED', ['primary']],
    [{ rateLimit: 'secondary' }, 'GITHUB_RATE_LIMITED', ['secondary']],
  ] as const)('is told of a refusal by its code: %j', async (fault, code, limits) => {
    const { simulated, repository } = begin();
    simulator.faults.next({ match: 'git/get-tree', ...fault });
    const reading = github.readTree(repository, simulated.head(), { recursive: false });
    await expect(reading).rejects.toMatchObject({ code });
    expect(asked()).toEqual([`git/get-tree ${code}`]);
    expect(observer.limits).toEqual(limits);
  });

  it('is told of a limit that GraphQL answers with status 200', async () => {
    const { simulated, repository } = begin();
    const issueNumber = simulated.openIssue().number;
    simulator.faults.next({ match: /POST \/graphql/, rateLimit: 'primary', asErrors: true });
    const folding = github.minimizeComment(repository, { issueNumber, isPullRequest: false }, 'IC_1');
    await expect(folding).rejects.toMatchObject({ code: 'GITHUB_RATE_LIMITED' });
    expect(asked()).toEqual(['graphql GITHUB_RATE_LIMITED']);
    expect(observer.limits).toEqual(['primary']);
  });

  it('is told of credentials that GitHub refuses', async () => {
    simulator.faults.next({ match: 'apps/create-installation-access-token', status: 401 });
    await expect(github.readRepository(begin().repository)).rejects.toMatchObject({
      code: 'GITHUB_UNAUTHORIZED',
    });
    expect(asked()).toEqual(['apps/create-installation-access-token GITHUB_UNAUTHORIZED']);
  });
});
