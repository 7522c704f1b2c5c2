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

test('a pull request that deletes the README is told so, without blame', async () => {
  const { repository, open, push } = project;
  const { number, events } = open('tidy', { 'README.md': null });
  await story.tell('the README is deleted', () => story.deliver(...events));
  const run = await story.checkRunOn(repository, repository.head('tidy'));
  expect(run).toMatchObject({ conclusion: 'neutral', output: { title: 'No README found' } });
  expect(run.annotations).toEqual([]);
  expect(newestWords(repository, number)).toContain(
    '**This pull request takes away `README.md`, and no other README is left.** If it was meant to move: a README is found in the top folder, in `docs/` and in `.github/`. If it was meant to go, that is fine, and there is nothing to review.',
  );

  const [first] = oursIn(repository, number);
  const back = push(number, { 'README.md': README + WHAT_DID_NOT_WORK });
  await story.tell('it comes back, with more in it', () => story.deliver(...back));
  expect(oursIn(repository, number)).toMatchObject([{ id: first?.id, folded: false }]);
  expect(newestWords(repository, number)).toContain('newly documents “Decisions” and “What did not work”.');
  expect(story.told).toEqual(REQUESTS['a pull request that deletes the README']);
});

test('a README that moves is compared with itself', async () => {
  const { repository, open, titleOn } = project;
  const moved = { 'README.md': null, 'docs/README.md': README + WHAT_DID_NOT_WORK };
  const { number, events } = open('move', moved);
  await story.tell('the README moves and grows', () => story.deliver(...events));
  expect(await titleOn('move')).toMatch(/^4 of 5 documented/);
  expect(newestWords(repository, number)).toContain('newly documents “Decisions” and “What did not work”.');
  expect(newestWords(repository, number)).toContain('[`docs/README.md`]');
  expect(newestWords(repository, number)).not.toMatch(/takes away|No longer there|New with/);
  expect(story.told).toEqual(REQUESTS['a pull request that renames the README']);
});
