import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginProject, type Project } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, oursIn, reactionsTo } from './conversation.ts';
import { README, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

const ACCEPT = '/review accept outcome because I like it as it is';
const POLITE =
  'Thank you for your interest! Only people with triage rights here can decide this; the author of a pull request can for that pull request.';

let story: Story;
let project: Project;
beforeEach(async () => {
  story = await beginStory();
  project = await beginProject(story);
});
afterEach(() => story.end());

/** Says something in a conversation; answers what the app's reactions are. */
async function say(step: string, number: number, text: string, author: string): Promise<string[]> {
  const said = project.repository.comment(number, text, author);
  await story.tell(step, () => story.deliver(story.simulator.webhooks.issueComment(said)));
  return reactionsTo(project.repository, said);
}

test("a stranger decides about another's pull request: one polite line, and no second one that day", async () => {
  const { repository, open } = project;
  const { number, events } = open('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  await story.tell('the pull request is opened', () => story.deliver(...events));
  const before = oursIn(repository, number);
  const runs = structuredClone(repository.checkRuns(repository.head('honest')).map(({ output }) => output));

  expect(await say('a stranger accepts', number, ACCEPT, 'mallory')).toEqual(['confused']);
  expect(newestWords(repository, number)).toContain(POLITE);
  const told = oursIn(repository, number);
  expect(told).toHaveLength(before.length + 1);
  expect(told.slice(0, -1)).toEqual(before);

  expect(await say('and once more', number, ACCEPT, 'mallory')).toEqual([]);
  expect(await say('and names a type', number, '/review as ml-infrastructure', 'mallory')).toEqual([]);
  expect(await say('and withdraws', number, '/review withdraw problem', 'mallory')).toEqual([]);
  expect(oursIn(repository, number)).toEqual(told);
  expect(repository.checkRuns(repository.head('honest')).map(({ output }) => output)).toEqual(runs);
  expect(story.told).toEqual(REQUESTS['a stranger tries accept and as']);
});

test('who opens an issue may ask there, and does not decide for the repository', async () => {
  const { repository } = project;
  const title = await project.titleOn('main');
  const { number } = repository.openIssue({ author: 'mallory' });
  expect(await say('its author accepts', number, ACCEPT, 'mallory')).toEqual(['confused']);
  expect(newestWords(repository, number)).toContain(POLITE);
  expect(await say('and names a type', number, '/review as ml-infrastructure', 'mallory')).toEqual([]);
  expect(oursIn(repository, number)).toHaveLength(1);

  expect(await say('and asks for a review', number, '/review', 'mallory')).toEqual(['eyes', 'rocket']);
  expect(newestWords(repository, number)).toContain('The default branch as it is at');
  expect(await project.titleOn('main')).toBe(title);
  expect(story.told).toEqual(REQUESTS["an issue's author tries accept and as"]);
});

test("a stranger asks in another's thread: one polite line; who may triage asks anywhere, once", async () => {
  const { repository } = project;
  repository.setRole('grace', 'triage');
  const { number } = repository.openIssue();
  expect(await say('a stranger asks', number, '/review', 'mallory')).toEqual(['confused']);
  expect(newestWords(repository, number)).toContain(
    'Thank you for your interest! Only the author of this thread, and people with triage rights here, can ask for a review.',
  );
  const asked = repository.comment(number, '/review', 'grace');
  const event = story.simulator.webhooks.issueComment(asked);
  await story.tell('who may triage asks, in two deliveries', () => story.deliver(event, event));
  expect(reactionsTo(repository, asked)).toEqual(['eyes', 'rocket']);
  expect(oursIn(repository, number)).toHaveLength(2);
  expect(story.told).toEqual(REQUESTS['who may ask for a review']);
});

test("a pull request from the default branch's own commit does not decide for that branch", async () => {
  const { repository } = project;
  const { webhooks } = story.simulator;
  const title = await project.titleOn('main');
  repository.createBranch('release');
  const ahead = repository.commit('main', { 'train.py': 'print("ahead")\n' });
  const opened = repository.openPullRequest({ head: 'main', base: 'release', author: 'mallory' });
  const { number } = opened.request;
  await story.tell('a stranger opens a pull request of the default branch', () =>
    story.deliver(webhooks.push(ahead), webhooks.pullRequest(opened)),
  );
  expect(await say('its author accepts', number, ACCEPT, 'mallory')).toEqual(['eyes', 'confused']);
  expect(newestWords(repository, number)).toContain(
    'This pull request stands at the default branch’s own commit, so this would hold there as well. Only people with triage rights here can decide that.',
  );
  expect(await project.titleOn('main')).toBe(title);
  expect(repository.checkRuns(repository.head())).toHaveLength(1);
  expect(story.told).toEqual(REQUESTS["a pull request of the default branch's own commit"]);
});
