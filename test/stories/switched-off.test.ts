import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DECLINED } from '../../src/render/replies/wording.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { OUTCOME, README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push, shownOn } from './steps.ts';

const SETTINGS = '.github/showwork.yml';
const FILES = { 'README.md': README, 'requirements.txt': REQUIREMENTS };
const HONEST = { 'README.md': README + WHAT_DID_NOT_WORK };

let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
});
afterEach(() => story.end());

const pushed = (step: string, files: Record<string, string>, branch?: string) =>
  push(story, step, repository, files, branch);

/** Answers its number. */
async function openPullRequest(step: string, branch: string): Promise<number> {
  const opened = repository.openPullRequest({ head: branch });
  await story.tell(step, () => story.deliver(story.simulator.webhooks.pullRequest(opened)));
  return opened.request.number;
}

/** What the app answers to a comment by the repository's owner: words, and how it closed. */
async function ask(step: string, number: number, text: string) {
  const said = repository.comment(number, text, 'ada');
  await story.tell(step, () => story.deliver(story.simulator.webhooks.issueComment(said)));
  const answers = repository.comments(number).filter(({ id }) => id > said.comment.id);
  return {
    words: answers.map(({ body }) => body.replace(/^<!--.*-->\n/, '')),
    reactions: repository.reactions(said.comment.id).map(({ content }) => content),
  };
}

test('enabled: false: nothing is posted any more, and who asks is told why in a line', async () => {
  await pushed('a push', FILES);
  const runs = [
    await pushed('the app is switched off', { [SETTINGS]: 'enabled: false\n' }),
    await pushed('the README changes', HONEST),
    await pushed('a branch is pushed', { 'README.md': README + OUTCOME }, 'results'),
  ].map(shown => shown.runs);
  expect(runs).toEqual([0, 0, 0]);
  const number = await openPullRequest('a pull request is opened', 'results');
  expect(repository.comments(number)).toEqual([]);

  const declined = { words: [DECLINED.disabled], reactions: ['eyes', 'confused'] };
  expect(await ask('/review', number, '/review')).toEqual(declined);
  expect(await ask('/review accept', number, '/review accept outcome because it is May')).toEqual(declined);
  const explained = await ask('/review config', number, '/review config');
  expect(explained.words[0]).toContain('| `enabled` | `false` | this repository |');

  const on = await pushed('the app is switched on', { [SETTINGS]: 'enabled: true\n' });
  expect(on).toMatchObject({ runs: 1, title: expect.stringMatching(/^4 of 5 documented/) });
  expect(story.told).toEqual(REQUESTS['switched off']);
});

test('branches that are left alone: neither their pushes nor their pull requests are reviewed', async () => {
  await pushed('branches are left alone', { ...FILES, [SETTINGS]: "branches: ['!wip/**']\n" });
  for (const branch of ['wip/results', 'gh-pages']) {
    expect(await pushed(`a push to ${branch}`, HONEST, branch)).toMatchObject({ runs: 0 });
  }
  const number = await openPullRequest('a pull request from it', 'wip/results');
  expect(shownOn(repository, repository.head('wip/results')).runs).toBe(0);
  expect(repository.comments(number)).toEqual([]);
  const other = await pushed('a push to another branch', HONEST, 'results');
  expect(other).toMatchObject({ runs: 1, title: expect.stringMatching(/^4 of 5 documented/) });
  expect(story.told).toEqual(REQUESTS['branches are left alone']);
});

test('comments: false: no comment on pull requests, and /review is answered all the same', async () => {
  await pushed('comments are switched off', { ...FILES, [SETTINGS]: 'comments: false\n' });
  await pushed('a push to a branch', HONEST, 'honest');
  const number = await openPullRequest('its pull request', 'honest');
  expect(repository.comments(number)).toEqual([]);
  expect(shownOn(repository, repository.head('honest')).title).toMatch(/^4 of 5 documented/);

  const { words, reactions } = await ask('/review', number, '/review');
  expect(reactions).toEqual(['eyes', 'rocket']);
  expect(words).toEqual([expect.stringMatching(/newly documents [^.]*“What did not work”/)]);
  expect(words[0]).not.toContain('switches these comments off');
  expect(story.told).toEqual(REQUESTS['comments are switched off']);
});

test('enforce: true: a missing criterion fails the check until it is accepted or written', async () => {
  const enforced = await pushed('a missing outcome', { ...FILES, [SETTINGS]: 'enforce: true\n' });
  expect(enforced.conclusion).toBe('failure');
  const { number } = repository.openIssue();
  const { words } = await ask('it is accepted', number, '/review accept outcome because it is May');
  expect(words[0]).toContain('**Outcome** now counts as documented in this repository');
  const accepted = shownOn(repository, enforced.head);
  expect(accepted).toMatchObject({ conclusion: 'neutral', runs: 2 });
  expect(accepted.summary).toContain('◉ accepted (read as missing)');
  expect(accepted.summary).toContain('because `it is May`');

  const written = await pushed('what did not work is written', HONEST);
  expect(written).toMatchObject({ conclusion: 'success', title: '5 of 5 documented' });
  const { reactions } = await ask('the acceptance is withdrawn', number, '/review withdraw outcome');
  expect(reactions).toEqual(['eyes', 'rocket']);
  expect(shownOn(repository, written.head)).toMatchObject({ conclusion: 'neutral', runs: 2 });
  expect(story.told).toEqual(REQUESTS['a check that enforces']);
});
