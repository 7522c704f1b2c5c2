import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readWebhookExamples } from '../helpers/webhook-examples.ts';
import { GITHUB_LIMITS } from './limits.ts';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { loadWebhookContract } from './testing/webhook-contract.ts';
import type { WebhookEvent } from './webhooks/event.ts';

let simulator: Simulator;
let problemsOf: (event: WebhookEvent) => string[];
beforeAll(async () => {
  problemsOf = await loadWebhookContract();
  simulator = await startSimulator();
});
afterAll(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
});

/** One event of each kind, from a repository of an organisation, as the examples mostly are. */
function everyEvent(): WebhookEvent[] {
  const { webhooks } = simulator;
  const files = { 'README.md': '# A\n' };
  const repository = simulator.addRepository({
    owner: 'acme',
    ownerType: 'Organization',
    name: 'all',
    files,
  });
  const installation = simulator.installation('acme');
  const events = [webhooks.installation(installation.created())];
  for (const push of [
    repository.commit('main', { a: '1' }),
    repository.commit('topic', { b: '2' }),
    repository.forcePush('topic', { b: '3' }),
    repository.tag('v1'),
    repository.createBranch('old'),
    repository.deleteBranch('old'),
  ]) {
    events.push(webhooks.push(push));
  }
  const opened = repository.openPullRequest({ head: 'topic' });
  const { number } = opened.request;
  events.push(webhooks.pullRequest(opened));
  events.push(webhooks.pullRequest(repository.pushToPullRequest(number, { c: '4' }).change));
  for (const action of ['converted_to_draft', 'ready_for_review', 'closed', 'reopened'] as const) {
    events.push(webhooks.pullRequest(repository.changePullRequest(number, action)));
  }
  repository.createBranch('next');
  events.push(webhooks.pullRequest(repository.editPullRequest(number, { base: 'next', title: 'Retarget' })));
  const merged = repository.mergePullRequest(number);
  events.push(webhooks.push(merged.push), webhooks.pullRequest(merged.change));
  events.push(webhooks.issueComment(repository.comment(number, '/review')));
  events.push(webhooks.issueComment(repository.comment(repository.openIssue().number, '/review')));
  const { comment } = repository.comment(number, '/review');
  events.push(webhooks.issueComment(repository.editComment(comment.id, '/help')));
  events.push(webhooks.issueComment(repository.deleteComment(comment.id)));
  const issue = repository.openIssue({ body: '- [ ] Look again' }).number;
  repository.tickBox(issue);
  repository.changeIssue(issue, { state: 'closed' });
  repository.changeIssue(issue, { state: 'open', title: 'Another' });
  repository.deleteIssue(issue);
  events.push(...simulator.issueChanges.map(change => webhooks.issue(change)));
  const run = repository.addForeignCheckRun('other', repository.head());
  events.push(webhooks.checkRun(repository.rerequestCheckRun(run)));
  events.push(webhooks.checkRun(repository.pressAction(run, 're-review')));
  events.push(webhooks.checkSuite(repository.rerequestCheckSuite(repository.head())));
  events.push(webhooks.installation(installation.suspend()));
  events.push(webhooks.installation(installation.unsuspend()));
  events.push(webhooks.installation(installation.grant({ metadata: 'read' })));
  events.push(webhooks.installationRepositories(installation.remove(repository)));
  events.push(webhooks.installationRepositories(installation.add(repository)));
  events.push(webhooks.repository(repository.rename('everything')));
  events.push(webhooks.repository(repository.setVisibility('private')));
  events.push(webhooks.repository(repository.setVisibility('public')));
  events.push(webhooks.repository(repository.setDefaultBranch('topic')));
  events.push(webhooks.repository(repository.delete()));
  events.push(webhooks.installation(installation.uninstall()));
  events.push(...transferEvents(simulator.addRepository({ owner: 'mover', name: 'moving' }), 'acme'));
  return events;
}

/** All that the app is told when a repository goes from one account to another; it is installed on both. */
function transferEvents(repository: SimulatedRepository, owner: string): WebhookEvent[] {
  const { webhooks } = simulator;
  simulator.installOnAll(owner);
  const { removed, added, transferred } = repository.transfer(owner);
  const events = [removed && webhooks.installationRepositories(removed)];
  events.push(added && webhooks.installationRepositories(added));
  events.push(transferred && webhooks.repository(transferred));
  return events.filter(event => event !== null);
}

/** Key paths such as `repository.owner.login`, of objects and not of what lists hold. */
function keyPaths(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    prefix + key,
    ...keyPaths(inner, `${prefix}${key}.`),
  ]);
}

/** What examples happen to have: the app's own permissions, a licence, a milestone, an assignee. */
const INCIDENTAL = /\.permissions\.|\.license\.|\.milestone\.|\.assignee\.|issue\.draft$/;

const EXAMPLES = readWebhookExamples('api.github.com');

/** Key paths that every example of the event and action has. */
function keysOfExamples({ event, payload }: WebhookEvent): string[] {
  const action: unknown = Reflect.get(payload, 'action');
  const alike = EXAMPLES.filter(example => example.event === event && example.payload.action === action);
  const [first = [], ...others] = alike.map(example => keyPaths(example.payload));
  return first.filter(path => !INCIDENTAL.test(path) && others.every(keys => keys.includes(path)));
}

describe('payloads', () => {
  test('fit GitHub’s own schemas and have every key that its examples have', () => {
    for (const event of everyEvent()) {
      const name = `${event.event} ${Reflect.get(event.payload, 'action')}`;
      expect([name, problemsOf(event)]).toEqual([name, []]);
      const keys = new Set(keyPaths(JSON.parse(JSON.stringify(event.payload))));
      expect([name, keysOfExamples(event).filter(key => !keys.has(key))]).toEqual([name, []]);
    }
  });

  test('that lack something are found out', () => {
    const repository = simulator.addRepository({ owner: 'ada', name: 'broken' });
    const { event, payload } = simulator.webhooks.push(repository.commit('main', { a: '' }));
    const lacking = { event, payload: { ...payload, repository: undefined } };
    expect(problemsOf(lacking)).toContain("/requestBody must have required property 'repository'");
    expect(problemsOf({ event: 'pushed', payload })).toEqual(['GitHub sends no pushed']);
    expect(keysOfExamples({ event, payload })).toContain('repository.pushed_at');
  });

  test('of a repository without the app name no installation', () => {
    const bare = simulator.addRepository({ owner: 'ada', name: 'bare', installed: false });
    expect(simulator.webhooks.push(bare.commit('main', { a: '' })).payload).not.toHaveProperty(
      'installation',
    );
  });

  test('of a transfer name the owner before, a person or an organisation', () => {
    const repository = simulator.addRepository({ owner: 'carol', name: 'passed-on' });
    const told = [transferEvents(repository, 'acme'), transferEvents(repository, 'dora')];
    expect(told.map(events => events.map(problemsOf))).toEqual([
      [[], [], []],
      [[], [], []],
    ]);
    const [toAcme, toDora] = told.map(events => events.at(-1)?.payload);
    expect(toAcme).toMatchObject({ changes: { owner: { from: { user: { login: 'carol' } } } } });
    expect(toDora).toMatchObject({ changes: { owner: { from: { organization: { login: 'acme' } } } } });
  });

  test('of a deleted repository and an uninstalled app still name the installation', () => {
    const repository = simulator.addRepository({ owner: 'linus', name: 'short-lived' });
    const installation = simulator.installation('linus');
    const expected = { installation: { id: installation.id } };
    expect(simulator.webhooks.repository(repository.delete()).payload).toMatchObject(expected);
    expect(simulator.webhooks.installation(installation.uninstall()).payload).toMatchObject(expected);
  });

  test('list so many commits of a push, the newest', () => {
    const repository = simulator.addRepository({ owner: 'ada', name: 'long', files: { a: '' } });
    const older = repository.commit('topic', { a: '1' }).after;
    const newer = repository.commit('topic', { a: '2' }).after;
    repository.deleteBranch('topic');
    const push = repository.createBranch('again', newer);
    expect(push.commits).toEqual([older, newer]);
    simulator.limits.pushCommits = 1;
    expect(simulator.webhooks.push(push).payload).toMatchObject({ commits: [{ id: newer }] });
    simulator.limits.pushCommits = GITHUB_LIMITS.pushCommits;
    expect(simulator.webhooks.push(push).payload).toMatchObject({ commits: [{ id: older }, { id: newer }] });
  });
});
