import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginProject, type Project } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, oursIn } from './conversation.ts';
import { OUTCOME, README, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
let project: Project;
beforeEach(async () => {
  story = await beginStory();
  project = await beginProject(story);
});
afterEach(() => story.end());

test('a pull request whose base changes says what it changes there, in the same comment', async () => {
  const { repository, open } = project;
  const { webhooks } = story.simulator;
  const failures = open('failures', { 'README.md': README + WHAT_DID_NOT_WORK });
  repository.createBranch('results', 'failures');
  const { number, events } = open('results', { 'README.md': README + WHAT_DID_NOT_WORK + OUTCOME });
  await story.tell('two pull requests, one on top of the other', () =>
    story.deliver(...failures.events, ...events),
  );
  const [first] = oursIn(repository, number);
  expect(first?.body).toContain('newly documents “Decisions”, “What did not work” and “Outcome”.');

  const retitled = repository.editPullRequest(number, { title: 'Tell the results' });
  await story.tell('its title is edited', () => story.deliver(webhooks.pullRequest(retitled)));
  expect(oursIn(repository, number)).toEqual([first]);

  const retargeted = repository.editPullRequest(number, { base: 'failures' });
  await story.tell('its base is the other one now', () => story.deliver(webhooks.pullRequest(retargeted)));
  expect(oursIn(repository, number)).toMatchObject([{ id: first?.id, folded: false }]);
  expect(newestWords(repository, number)).toContain('newly documents “Outcome”. Well done!** 4 as before.');
  expect(repository.checkRuns(repository.head('results'))).toHaveLength(1);
  expect(story.told).toEqual(REQUESTS['a pull request whose base changes']);
});

test('a force-pushed pull request gets a check run on its new head, and the same comment is edited', async () => {
  const { repository, open, push, titleOn } = project;
  const { number, events } = open('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  await story.tell('the pull request is opened', () => story.deliver(...events));
  const [first] = oursIn(repository, number);

  const forced = push(number, { 'README.md': README, 'train.py': 'print("fast")\n' }, { force: true });
  await story.tell('a force-push takes the section away', () => story.deliver(...forced));
  expect(await titleOn('honest')).toMatch(/^2 of 5 documented/);
  expect(oursIn(repository, number)).toMatchObject([{ id: first?.id, folded: false }]);
  expect(newestWords(repository, number)).toContain('**This pull request changes no verdict.** Read at');
  expect(story.told).toEqual(REQUESTS['a force-pushed pull request']);
});

test('a closed pull request is left alone, and read where it stands when it is reopened', async () => {
  const { repository, open, push, titleOn } = project;
  const { webhooks } = story.simulator;
  const { number, events } = open('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  await story.tell('the pull request is opened', () => story.deliver(...events));
  const [first] = oursIn(repository, number);

  const closed = repository.changePullRequest(number, 'closed');
  await story.tell('it is closed', () => story.deliver(webhooks.pullRequest(closed)));
  const asked = repository.comment(number, '/review');
  await story.tell('/review while it is closed', () => story.deliver(webhooks.issueComment(asked)));
  expect(newestWords(repository, number)).toContain(
    'This pull request is closed, so there is nothing to review. Once it is open again, `/review` works here.',
  );
  const [pushed] = push(number, { 'README.md': README + WHAT_DID_NOT_WORK + OUTCOME });
  if (pushed !== undefined) await story.tell('a push to its branch', () => story.deliver(pushed));
  expect(await titleOn('honest')).toBe('5 of 5 documented');
  expect(oursIn(repository, number)[0]).toEqual(first);

  const reopened = repository.changePullRequest(number, 'reopened');
  await story.tell('it is reopened', () => story.deliver(webhooks.pullRequest(reopened)));
  const [comment, ...others] = oursIn(repository, number);
  expect(comment).toMatchObject({ id: first?.id, folded: false });
  expect(comment?.body).toContain('newly documents “Decisions”, “What did not work” and “Outcome”.');
  expect(others).toHaveLength(1);
  expect(repository.checkRuns(repository.head('honest'))).toHaveLength(1);
  expect(story.told).toEqual(REQUESTS['a pull request that is closed and reopened']);
});
