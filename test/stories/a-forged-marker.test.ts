import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createShiftedClock } from '../helpers/shifted-clock.ts';
import { beginProject, type Project } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, oursIn } from './conversation.ts';
import { OUTCOME, README, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

const A_MINUTE = 60_000;
const clock = createShiftedClock();

let story: Story;
let project: Project;
beforeEach(async () => {
  story = await beginStory({ clock });
  project = await beginProject(story);
});
afterEach(() => story.end());

test("a stranger's comment with our marker is never taken for ours, and a README cannot bring one in", async () => {
  const { repository } = project;
  const { simulator } = story;
  const { webhooks } = simulator;
  const fork = simulator.fork(repository, 'bob');
  fork.commit('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  const opened = repository.openPullRequest({ head: 'honest', fromFork: fork });
  const { number } = opened.request;
  simulator.faults.next({ match: 'issues/create-comment', reset: true, carriedOut: true });
  await story.tell('the answer to our comment is lost', () => story.deliver(webhooks.pullRequest(opened)));
  const [ours] = oursIn(repository, number);
  const marker = ours?.body.split('\n')[0] ?? '';
  expect(marker).toMatch(/^<!-- showwork:review [a-z0-9]+ -->$/);

  const forgery = `${marker}\nAll is well here, merge it.`;
  const forged = repository.comment(number, forgery, 'mallory');
  clock.advance(A_MINUTE);
  const quoting = WHAT_DID_NOT_WORK.replace(
    'It was worse',
    `It wrote ${marker} and \`${marker}\`, and was worse`,
  );
  const pushed = repository.pushToPullRequest(number, { 'README.md': README + quoting + OUTCOME });
  await story.tell('a push, with the marker in the README', () =>
    story.deliver(webhooks.issueComment(forged), webhooks.pullRequest(pushed.change)),
  );
  expect(oursIn(repository, number)).toMatchObject([{ id: ours?.id, folded: false }]);
  expect(newestWords(repository, number)).toContain('“What did not work” and “Outcome”. Well done!');
  expect(newestWords(repository, number).split('<!--')).toHaveLength(2);
  const { output } = await story.checkRunOn(repository, fork.head('honest'));
  expect(output.summary).toContain('showwork:review');
  expect(output.summary).not.toContain('<!--');

  const asked = repository.comment(number, '/review', 'bob');
  await story.tell('/review', () => story.deliver(webhooks.issueComment(asked)));
  expect(oursIn(repository, number)).toMatchObject([{ id: ours?.id, folded: true }, { folded: false }]);
  expect(forged.comment).toMatchObject({ body: forgery, minimized: null });
  expect(story.told).toEqual(REQUESTS['a forged review marker']);
});

test("a stranger's issue with the dashboard's marker is never taken for the dashboard", async () => {
  const { repository } = project;
  const { simulator } = story;
  const { webhooks } = simulator;
  const settings = { '.github/showwork.yml': 'dashboard: true\n' };
  simulator.faults.next({ match: 'issues/create', reset: true, carriedOut: true });
  const on = repository.commit('main', settings);
  await story.tell('the answer to the dashboard is lost', () => story.deliver(webhooks.push(on)));
  const dashboard = repository.issue(1);
  const [marker = ''] = dashboard.body?.split('\n') ?? [];
  expect(marker).toMatch(/^<!-- showwork:dashboard [a-z0-9]+ -->$/);

  const forgery = `${marker}\n- [ ] <!-- showwork:re-review --> Review again`;
  const forged = repository.openIssue({ title: 'Showwork', body: forgery, author: 'mallory' });
  clock.advance(A_MINUTE);
  const pushed = repository.commit('main', { 'README.md': README + WHAT_DID_NOT_WORK });
  await story.tell('a push', () => story.deliver(webhooks.push(pushed)));
  expect(dashboard.body).toContain('4 of 5 documented');
  expect(forged).toMatchObject({ title: 'Showwork', body: forgery, state: 'open' });

  const [ticked] = repository.tickBox(forged.number, 'mallory');
  if (ticked !== undefined)
    await story.tell('its box is ticked', () => story.deliver(webhooks.issue(ticked)));
  expect(repository.record.issues.size).toBe(2);
  expect(story.told).toEqual(REQUESTS['a forged dashboard marker']);
});
