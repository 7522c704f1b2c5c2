import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

const HONEST = { 'README.md': README + WHAT_DID_NOT_WORK };

let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const push = repository.commit('main', { 'README.md': README, 'requirements.txt': REQUIREMENTS });
  await story.tell('pushed', () => story.deliver(story.simulator.webhooks.push(push)));
});
afterEach(() => story.end());

test('a merge queue is answered, and so is a fork by a bot; what a bot does here is left alone', async () => {
  const { simulator } = story;
  const { webhooks } = simulator;

  repository.commit('honest', HONEST);
  const { request } = repository.openPullRequest({ head: 'honest' });
  const queue = `gh-readonly-queue/main/pr-${request.number}-${repository.head()}`;
  const queued = repository.commit(queue, HONEST, { author: 'github-merge-queue[bot]' });
  await story.tell('a merge queue tries a pull request', () => story.deliver(webhooks.push(queued)));
  expect(repository.checkRuns(queued.after)).toMatchObject([
    { status: 'completed', conclusion: 'neutral', output: { title: expect.stringMatching(/^\d of 5/) } },
  ]);

  const branch = 'dependabot/pip/lightgbm-4.6.0';
  const bump = { 'requirements.txt': REQUIREMENTS.replace('4.5.0', '4.6.0') };
  const bumped = repository.commit(branch, bump, { author: 'dependabot[bot]' });
  const bumping = repository.openPullRequest({ head: branch, author: 'dependabot[bot]' });
  await story.tell("dependabot's branch and pull request", () =>
    story.deliver(webhooks.push(bumped), webhooks.pullRequest(bumping)),
  );
  expect(repository.checkRuns(bumped.after)).toEqual([]);
  expect(repository.comments(bumping.request.number)).toEqual([]);

  const fork = simulator.fork(repository, 'imgbot[bot]');
  const offered = fork.commit('imgbot', { 'README.md': `${README}\nImages are smaller now.\n` });
  const offering = repository.openPullRequest({ head: 'imgbot', fromFork: fork });
  await story.tell("another bot's pull request from a fork", () =>
    story.deliver(webhooks.pullRequest(offering)),
  );
  expect(repository.checkRuns(offered.after)).toHaveLength(1);
  expect(repository.comments(offering.request.number)).toEqual([]);
  expect(story.told).toEqual(REQUESTS['branches of machines']);
});
