import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(async () => {
  await story.end();
});

test('a push brings one completed check run with the lines that prove it, and reads each file once', async () => {
  const { simulator, url } = story;
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const push = repository.commit('main', { 'README.md': README, 'requirements.txt': REQUIREMENTS });

  const answer = await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(push) });
  expect(answer.status).toBe(202);

  const run = await story.checkRunOn(repository, push.after);
  expect(run.name).toBe('Showwork');
  expect(run.conclusion).toBe('neutral');
  expect(run.output.title).toMatch(/^\d of 5 documented(?:, \d not assessed)? · next: /);
  expect(run.output.summary).toMatch(new RegExp(`/blob/${push.after}/README[.]md[?]plain=1#L\\d`));
  expect(run.annotations.map(({ path }) => path)).toContain('README.md');
  expect(run.actions.map(({ identifier }) => identifier)).toEqual(['re-review']);
  expect(story.newRequests()).toEqual(['git/get-tree', 'git/get-blob', 'git/get-blob', 'checks/create']);
});

test('the same delivery twice brings one check run', async () => {
  const { simulator, url } = story;
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const push = repository.commit('main', { 'README.md': README, 'requirements.txt': REQUIREMENTS });
  const delivery = {
    url,
    ...simulator.webhooks.push(push),
    deliveryId: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
  };

  await simulator.webhooks.deliver(delivery);
  const again = await simulator.webhooks.deliver(delivery);
  expect(JSON.parse(again.body)).toMatchObject({ result: 'duplicate' });

  await story.checkRunOn(repository, push.after);
  const other = repository.commit('main', { 'notes.txt': 'later' });
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(other) });
  await story.checkRunOn(repository, other.after);
  expect(repository.checkRuns(push.after)).toHaveLength(1);
});

test('a new head with unchanged inputs is not reviewed again and takes two requests', async () => {
  const { simulator, url } = story;
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const first = repository.commit('main', {
    'README.md': README,
    'requirements.txt': REQUIREMENTS,
    'train.py': 'one',
  });
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(first) });
  const before = await story.checkRunOn(repository, first.after);
  story.newRequests();

  const second = repository.commit('main', { 'train.py': 'two' });
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(second) });
  const after = await story.checkRunOn(repository, second.after);
  expect(story.newRequests()).toEqual(['git/get-tree', 'checks/create']);
  expect(after.output.title).toBe(before.output.title);
});

test('a push and its pull request bring one check run on their head', async () => {
  const { simulator, url } = story;
  const repository = simulator.addRepository({
    owner: 'ada',
    name: 'parcels',
    files: { 'README.md': README },
  });
  repository.createBranch('honest');
  const push = repository.commit('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  const opened = repository.openPullRequest({ head: 'honest' });

  await Promise.all([
    simulator.webhooks.deliver({ url, ...simulator.webhooks.push(push) }),
    simulator.webhooks.deliver({ url, ...simulator.webhooks.pullRequest(opened) }),
  ]);
  await story.checkRunOn(repository, push.after);
  const later = repository.pushToPullRequest(opened.request.number, { 'notes.txt': 'later' });
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.pullRequest(later.change) });
  await story.checkRunOn(repository, later.push.after);
  expect(repository.checkRuns(push.after)).toHaveLength(1);
});

test('a section about what did not work turns that verdict to present', async () => {
  const { simulator, url } = story;
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const silent = repository.commit('main', { 'README.md': README, 'requirements.txt': REQUIREMENTS });
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(silent) });
  const before = await story.checkRunOn(repository, silent.after);
  const honest = repository.commit('main', { 'README.md': README + WHAT_DID_NOT_WORK });
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(honest) });
  const after = await story.checkRunOn(repository, honest.after);
  expect(before.output.summary).not.toMatch(/What did not work\*\* \| [^|]*present/);
  expect(after.output.summary).toMatch(/What did not work\*\* \| [^|]*present/);
});
