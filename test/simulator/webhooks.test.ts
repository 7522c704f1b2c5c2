import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { verify } from '@octokit/webhooks-methods';
import { z } from 'zod';
import { readWebhookExamples } from '../helpers/webhook-examples.ts';
import { GITHUB_LIMITS } from './limits.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { appJwt, send } from './testing/client.ts';
import { type Receiver, startReceiver } from './testing/receiver.ts';
import { loadWebhookContract } from './testing/webhook-contract.ts';
import type { WebhookEvent } from './webhooks/event.ts';

let simulator: Simulator;
let receiver: Receiver;
let problemsOf: (event: WebhookEvent) => string[];
beforeAll(async () => {
  problemsOf = await loadWebhookContract();
  simulator = await startSimulator();
  receiver = await startReceiver();
});
afterEach(() => {
  receiver.status = 202;
});
afterAll(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
  await receiver.close();
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
  events.push(webhooks.repository(repository.setPrivate(true)));
  events.push(webhooks.repository(repository.setPrivate(false)));
  events.push(webhooks.repository(repository.setDefaultBranch('next')));
  repository.transfer('ada');
  events.push(webhooks.repository(repository.transfer('acme')));
  events.push(webhooks.repository(repository.delete()));
  events.push(webhooks.installation(installation.uninstall()));
  return events;
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

describe('deliveries', () => {
  const push = () => {
    const repository = simulator.addRepository({ owner: 'ada', name: `d${receiver.received.length}` });
    return simulator.webhooks.push(repository.commit('main', { a: 'ä' }));
  };

  test('are signed over the bytes that are sent, and say what they are', async () => {
    const event = push();
    const result = await simulator.webhooks.deliver({ url: receiver.url, ...event });
    expect(result).toMatchObject({ status: 202, body: 'taken' });
    const { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: '' };
    const signature = String(headers['x-hub-signature-256']);
    expect(await verify(simulator.app.webhookSecret, body, signature)).toBe(true);
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(event.payload)));
    expect(headers).toMatchObject({
      'x-github-event': 'push',
      'x-github-delivery': result.deliveryId,
      'x-github-hook-installation-target-id': String(simulator.app.appId),
      'content-type': 'application/json',
    });
  });

  test('can be signed with another secret and repeated under one id', async () => {
    const event = push();
    const twice = { url: receiver.url, ...event, secret: 'another secret', deliveryId: 'one-id' };
    await simulator.webhooks.deliver(twice);
    await simulator.webhooks.deliver(twice);
    const [first, second] = receiver.received.slice(-2);
    expect(second?.headers['x-github-delivery']).toBe('one-id');
    expect(second?.body).toBe(first?.body);
    const signature = String(second?.headers['x-hub-signature-256']);
    expect(await verify('another secret', second?.body ?? '', signature)).toBe(true);
  });

  test('are given up where no answer comes in time', async () => {
    receiver.status = null;
    simulator.limits.webhookAnswerMs = 30;
    await expect(simulator.webhooks.deliver({ url: receiver.url, ...push() })).rejects.toThrow('timeout');
    simulator.limits.webhookAnswerMs = GITHUB_LIMITS.webhookAnswerMs;
    expect(simulator.webhooks.deliveries.at(-1)).toMatchObject({ status: 0 });
  });

  test('fail where nobody listens, and are not sent at all over 25 MB', async () => {
    await expect(simulator.webhooks.deliver({ url: 'http://127.0.0.1:1/', ...push() })).rejects.toThrow(
      'Nobody',
    );
    const event = push();
    const deliverAs = (deliveryId: string) =>
      simulator.webhooks.deliver({ url: receiver.url, ...event, deliveryId });
    simulator.limits.webhookBytes = Buffer.byteLength(JSON.stringify(event.payload)) - 1;
    await expect(deliverAs('too-big')).rejects.toThrow('does not send');
    simulator.limits.webhookBytes += 1;
    await deliverAs('just-fits');
    simulator.limits.webhookBytes = GITHUB_LIMITS.webhookBytes;
    const sent = receiver.received.map(({ headers }) => headers['x-github-delivery']);
    expect(sent).toContain('just-fits');
    expect(sent).not.toContain('too-big');
  });

  test('are listed newest first, in pages, and can be sent again under their own id', async () => {
    receiver.status = 500;
    const failed = await simulator.webhooks.deliver({ url: receiver.url, ...push() });
    const ask = (path: string, method = 'GET') =>
      send(simulator, { method, path, bearer: appJwt(simulator) });
    const page = await ask('/app/hook/deliveries?per_page=1');
    const [item] = z.array(z.object({ id: z.number(), guid: z.string() })).parse(page.body);
    expect(page.body).toMatchObject([
      { guid: failed.deliveryId, event: 'push', status_code: 500, redelivery: false, action: null },
    ]);
    expect(page.body).not.toMatchObject([{ status: 'OK' }]);
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    const older = await ask(next.replace(simulator.baseUrl, ''));
    expect(older.body).not.toMatchObject([{ id: item?.id }]);

    receiver.status = 202;
    expect(await ask(`/app/hook/deliveries/${item?.id}/attempts`, 'POST')).toMatchObject({ status: 202 });
    const [first, again] = receiver.received.slice(-2);
    expect(again?.body).toBe(first?.body);
    expect(again?.headers['x-github-delivery']).toBe(failed.deliveryId);
    expect((await ask('/app/hook/deliveries?per_page=2')).body).toMatchObject([
      { guid: failed.deliveryId, status: 'OK', status_code: 202, redelivery: true },
      { guid: failed.deliveryId, status_code: 500 },
    ]);
    expect((await ask(`/app/hook/deliveries/${item?.id}`)).body).toMatchObject({
      request: { payload: { ref: 'refs/heads/main' } },
      response: { payload: 'taken' },
    });
    expect(await ask('/app/hook/deliveries/1')).toMatchObject({ status: 404 });
  });
});
