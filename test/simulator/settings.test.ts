/** What an owner changes about a repository, and what GitHub then shows and tells the app. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SimulatedRepository } from './simulated-repository.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { send, tokenFor } from './testing/client.ts';

let simulator: Simulator;
let repository: SimulatedRepository;
let count = 0;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
});
beforeEach(() => {
  count += 1;
  const files = { 'README.md': '# A\n' };
  repository = simulator.addRepository({ owner: `ada${count}`, name: 'notes', files });
});

const show = async (path: string, owner: string) =>
  send(simulator, { path, bearer: await tokenFor(simulator, owner) });

describe('a repository', () => {
  test('is hidden and shown', async () => {
    expect(repository.setVisibility('private')).toMatchObject({ action: 'privatized' });
    const path = `/repos/ada${count}/notes`;
    expect((await show(path, `ada${count}`)).body).toMatchObject({ private: true, visibility: 'private' });
    expect(repository.setVisibility('public')).toMatchObject({ action: 'publicized' });
    expect((await show(path, `ada${count}`)).body).toMatchObject({ private: false, visibility: 'public' });
  });

  test('gets another default branch, of those that it has', async () => {
    repository.commit('next', { 'README.md': '# B\n' });
    expect(repository.setDefaultBranch('next')).toMatchObject({ formerDefaultBranch: 'main' });
    const { body } = await show(`/repos/ada${count}/notes`, `ada${count}`);
    expect(body).toMatchObject({ default_branch: 'next' });
    expect(repository.head()).toBe(repository.head('next'));
    expect(() => repository.setDefaultBranch('nowhere')).toThrow('no branch nowhere');
  });

  test('is dated by its settings and not by its pushes', () => {
    const dates = (event: { payload: object }) => {
      const { updated_at, pushed_at } = Object(Reflect.get(event.payload, 'repository'));
      return { updated: Date.parse(updated_at), pushed: pushed_at };
    };
    const before = dates(simulator.webhooks.push(repository.commit('main', { a: '1' })));
    const after = dates(simulator.webhooks.push(repository.commit('main', { a: '2' })));
    expect(after.pushed).toBeGreaterThan(before.pushed);
    expect(after.updated).toBe(before.updated);
    const renamed = dates(simulator.webhooks.repository(repository.rename('memos')));
    expect(renamed.updated).toBeGreaterThan(before.updated);
  });
});

describe('a transfer', () => {
  test('takes the repository from one installation to the other, and its name leads on', async () => {
    const { id } = simulator.installOnAll(`grace${count}`);
    const old = simulator.installation(`ada${count}`);
    const { removed, added, transferred } = repository.transfer(`grace${count}`);
    expect(removed).toMatchObject({ action: 'removed', installation: { id: old.id } });
    expect(added).toMatchObject({ action: 'added', installation: { id } });
    const formerOwner = { login: `ada${count}` };
    expect(transferred).toMatchObject({ action: 'transferred', installation: { id }, formerOwner });

    const path = `/repos/grace${count}/notes`;
    expect(await show(path, `grace${count}`)).toMatchObject({ status: 200, body: { id: repository.id } });
    expect(await show(path, `ada${count}`)).toMatchObject({ status: 404 });
    expect(await show(`/repos/ada${count}/notes`, `grace${count}`)).toMatchObject({ status: 301 });
  });

  test.each([
    ['to an account without the app', false],
    ['to an account that chose other repositories', true],
  ])('%s is told as a removal only', async (_where, installed) => {
    simulator.addRepository({ owner: `linus${count}`, name: 'other', installed });
    expect(repository.transfer(`linus${count}`)).toMatchObject({
      removed: { action: 'removed' },
      added: null,
      transferred: null,
    });
    expect(await show(`/repos/linus${count}/notes`, `ada${count}`)).toMatchObject({ status: 404 });
  });

  test('of a repository that the app does not reach is told where it arrives', () => {
    const bare = simulator.addRepository({ owner: `bare${count}`, name: 'bare', installed: false });
    simulator.installOnAll(`grace${count}`);
    expect(bare.transfer(`grace${count}`)).toMatchObject({ removed: null, added: { action: 'added' } });
  });
});

describe('an installation', () => {
  test('gains and loses several repositories in one event', () => {
    const others = ['one', 'two'].map(name =>
      simulator.addRepository({ owner: `ada${count}`, name, installed: false }),
    );
    const installation = simulator.installation(`ada${count}`);
    const names = [{ name: 'one' }, { name: 'two' }];
    expect(installation.add(...others)).toMatchObject({ action: 'added', repositories: names });
    expect(installation.created().repositories).toHaveLength(3);
    expect(installation.remove(...others)).toMatchObject({ action: 'removed', repositories: names });
    expect(installation.created().repositories).toHaveLength(1);
  });

  test('is dated by what its owner does to it', () => {
    const installation = simulator.installation(`ada${count}`);
    const updated = (event: { payload: object }) =>
      Date.parse(Object(Reflect.get(event.payload, 'installation')).updated_at);
    const { webhooks } = simulator;
    const created = updated(webhooks.installation(installation.created()));
    const suspended = updated(webhooks.installation(installation.suspend()));
    const unsuspended = updated(webhooks.installation(installation.unsuspend()));
    expect(suspended).toBeGreaterThan(created);
    expect(unsuspended).toBeGreaterThan(suspended);
  });
});
