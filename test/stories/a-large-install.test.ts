import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createMovingClock } from '../helpers/moving-clock.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

const PROJECT = { 'README.md': README, 'requirements.txt': REQUIREMENTS };
const REPOSITORIES = 60;
/** Of the 20 writes that an installation may make at once, half are kept for people (src/store/write-allowance.ts). */
const WRITES_AT_ONCE = 10;

let story: Story;
beforeEach(async () => {
  // Time stands still, so that no write is earned while the machine works.
  story = await beginStory({ clock: createMovingClock(new Date()) });
});
afterEach(() => story.end());

test('the app is installed on sixty repositories: few writes at once, and nobody who pushes waits for them', async () => {
  const { simulator } = story;
  const { webhooks } = simulator;
  const names = Array.from({ length: REPOSITORIES }, (_, index) => `project-${index + 1}`);
  const repositories = names.map(name => simulator.addRepository({ owner: 'ada', name, files: PROJECT }));
  const last = simulator.repository(`ada/project-${REPOSITORIES}`);
  const installed = webhooks.installation(simulator.installation('ada').created());
  const push = last.commit('main', { 'README.md': README + WHAT_DID_NOT_WORK });

  let introductionsBegun = 0;
  await story.tell('installed on sixty repositories, and a push to the last of them', async () => {
    await story.deliver(installed, webhooks.push(push));
    await story.checkRunOn(last, push.after);
    introductionsBegun = simulator.requests.filter(({ operationId }) => operationId === 'repos/get').length;
  });

  expect(introductionsBegun).toBeLessThan(REPOSITORIES / 3);
  const checkRuns = repositories.flatMap(repository => repository.checkRuns(repository.head()));
  expect(checkRuns).toHaveLength(WRITES_AT_ONCE);
  expect(story.told).toEqual(REQUESTS['a large install']);
});
