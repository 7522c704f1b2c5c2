import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginProject, type Project } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, oursIn } from './conversation.ts';
import { README, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
let project: Project;
beforeEach(async () => {
  story = await beginStory();
  project = await beginProject(story);
});
afterEach(() => story.end());

test('a pull request that does not touch a README gets its check run, and no word', async () => {
  const { repository, open, push, titleOn } = project;
  const { number, events } = open('faster', { 'train.py': 'print("fast")\n' });
  await story.tell('the pull request is opened', () => story.deliver(...events));
  const more = push(number, { 'train.py': 'print("faster")\n' });
  await story.tell('a push', () => story.deliver(...more));

  expect(await titleOn('faster')).toBe(await titleOn('main'));
  expect(repository.checkRuns(repository.head('faster'))).toHaveLength(1);
  expect(oursIn(repository, number)).toEqual([]);
  expect(story.told).toEqual(REQUESTS['a pull request that does not touch a README']);
});

test('a draft gets its check run, and the comment once it is ready', async () => {
  const { repository, open, titleOn } = project;
  const { number, events } = open('honest', { 'README.md': README + WHAT_DID_NOT_WORK }, { draft: true });
  await story.tell('a draft is opened', () => story.deliver(...events));
  expect(await titleOn('honest')).toMatch(/^4 of 5 documented/);
  expect(oursIn(repository, number)).toEqual([]);

  const ready = repository.changePullRequest(number, 'ready_for_review');
  await story.tell('it is ready', () => story.deliver(story.simulator.webhooks.pullRequest(ready)));
  expect(oursIn(repository, number)).toHaveLength(1);
  expect(newestWords(repository, number)).toContain('newly documents “Decisions” and “What did not work”');
  expect(repository.checkRuns(repository.head('honest'))).toHaveLength(1);
  expect(story.told).toEqual(REQUESTS['a draft becomes ready']);
});

test('a draft that somebody asks about gets an answer, and keeps it once it is ready', async () => {
  const { repository, open } = project;
  const { webhooks } = story.simulator;
  const { number, events } = open('honest', { 'README.md': README + WHAT_DID_NOT_WORK }, { draft: true });
  await story.tell('a draft is opened', () => story.deliver(...events));
  const asked = repository.comment(number, '/review');
  await story.tell('/review', () => story.deliver(webhooks.issueComment(asked)));
  const answer = oursIn(repository, number);
  expect(answer).toHaveLength(1);
  expect(newestWords(repository, number)).toContain('as you asked.');

  const ready = repository.changePullRequest(number, 'ready_for_review');
  await story.tell('it is ready', () => story.deliver(webhooks.pullRequest(ready)));
  expect(oursIn(repository, number)).toEqual(answer);
  expect(story.told).toEqual(REQUESTS['a draft that somebody asks about']);
});

test("a bot's pull request gets its check run, and no word", async () => {
  const { repository, open, titleOn } = project;
  const bot = { author: 'typo-fixer[bot]' };
  const { number, events } = open('typos', { 'README.md': README + WHAT_DID_NOT_WORK }, bot);
  await story.tell('a bot opens a pull request', () => story.deliver(...events));
  expect(await titleOn('typos')).toMatch(/^4 of 5 documented/);
  expect(oursIn(repository, number)).toEqual([]);
  expect(story.told).toEqual(REQUESTS["a bot's pull request"]);
});
