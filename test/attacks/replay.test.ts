/** Signed deliveries sent once more: as they were, with other bytes, under another id, as another event. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EVENTS } from '../../src/webhooks/events.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import { startTarget, type Target } from './target.ts';

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.close());

let names = 0;
function newRepository() {
  names += 1;
  return target.simulator.addRepository({ owner: 'grace', name: `notes-${names}` });
}

/** What the server answers to that event under that id. */
async function send(deliveryId: string, event: WebhookEvent): Promise<string> {
  const { status, body } = await target.simulator.webhooks.deliver({
    url: target.webhookUrl,
    ...event,
    deliveryId,
  });
  return `${status} ${body}`;
}
const ACCEPTED = '202 {"result":"accepted"}';
const DUPLICATE = '202 {"result":"duplicate"}';

test('the same delivery fifty times at once is accepted once and reviewed once', async () => {
  const repository = newRepository();
  const push = repository.commit('main', { 'README.md': '# Notes\n' });
  const event = target.simulator.webhooks.push(push);
  const answers = await Promise.all(Array.from({ length: 50 }, () => send('fifty', event)));
  expect(answers.filter(answer => answer === ACCEPTED)).toHaveLength(1);
  expect(answers.filter(answer => answer === DUPLICATE)).toHaveLength(49);
  await target.idle();
  expect(repository.checkRuns(push.after)).toHaveLength(1);
});

test('the same id with other bytes is the delivery that is known: the other bytes count for nothing', async () => {
  const [first, second] = [newRepository(), newRepository()].map(repository => {
    const push = repository.commit('main', { 'README.md': '# Notes\n' });
    return { repository, push, event: target.simulator.webhooks.push(push) };
  });
  if (first === undefined || second === undefined) throw new Error('two were made');
  expect(await send('same-id', first.event)).toBe(ACCEPTED);
  expect(await send('same-id', second.event)).toBe(DUPLICATE);
  await target.idle();
  expect(first.repository.checkRuns(first.push.after)).toHaveLength(1);
  expect(second.repository.checkRuns(second.push.after)).toHaveLength(0);
});

test('the same bytes under a new id, as by somebody who has seen them, make no second check run', async () => {
  const repository = newRepository();
  const push = repository.commit('main', { 'README.md': '# Notes\n' });
  const event = target.simulator.webhooks.push(push);
  for (let times = 0; times < 3; times += 1) {
    expect(await send(randomUUID(), event)).toBe(ACCEPTED);
    await target.idle();
  }
  expect(repository.checkRuns(push.after)).toHaveLength(1);
});

test('an old push under a new id does not bring its commit back', async () => {
  const repository = newRepository();
  const old = target.simulator.webhooks.push(repository.commit('main', { 'README.md': '# Old\n' }));
  const push = repository.commit('main', { 'README.md': '# New\n' });
  await send(randomUUID(), target.simulator.webhooks.push(push));
  await target.idle();
  const before = target.simulator.requests.length;
  expect(await send(randomUUID(), old)).toBe(ACCEPTED);
  await target.idle();
  const written = target.simulator.requests.slice(before).filter(({ method }) => method !== 'GET');
  expect(written.filter(({ path }) => path.includes('/check-runs'))).toEqual([]);
  expect(repository.checkRuns(push.after)).toHaveLength(1);
});

test('a comment under a new id is carried out once', async () => {
  const repository = newRepository();
  repository.commit('main', { 'README.md': '# Notes\n' });
  const { number } = repository.openIssue({ title: 'Help', body: '' });
  const event = target.simulator.webhooks.issueComment(repository.comment(number, '/review help'));
  for (let times = 0; times < 3; times += 1) {
    await send(randomUUID(), event);
    await target.idle();
  }
  expect(repository.comments(number)).toHaveLength(2);
});

test('the header of the event is not signed: as any other event a push is ignored or not understood', async () => {
  const repository = newRepository();
  const push = repository.commit('main', { 'README.md': '# Notes\n' });
  const { payload } = target.simulator.webhooks.push(push);
  const others = [...new Set(EVENTS.map(({ event }) => event))].filter(event => event !== 'push');
  for (const event of others) {
    expect(await send(`as-${event.replaceAll('_', '-')}`, { event, payload })).toMatch(
      /^202 \{"result":"ignored"|^422 /,
    );
    expect(target.stored()).not.toContain(`as-${event.replaceAll('_', '-')}`);
  }
  expect(others.length).toBeGreaterThan(5);
});
