import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { Transfer } from '../simulator/state/changes.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import { beginStory, type Story } from './begin-story.ts';
import { DECISIONS, OUTCOME, README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
  story.simulator.installOnAll('grace');
  await push('pushed', { 'README.md': README, 'requirements.txt': REQUIREMENTS });
});
afterEach(() => story.end());

/** A push to the default branch as one step; answers what the check run on it says. */
async function push(step: string, files: Record<string, string>): Promise<string> {
  const change = repository.commit(repository.record.defaultBranch, files);
  await story.tell(step, () => story.deliver(story.simulator.webhooks.push(change)));
  return summaryOn(change.after);
}

function summaryOn(headSha: string): string {
  return repository.checkRuns(headSha).at(-1)?.output.summary ?? '';
}

/** What GitHub tells of a transfer between two accounts that both have the app. */
function eventsOf({ removed, added, transferred }: Transfer): Record<keyof Transfer, WebhookEvent> {
  if (removed === null || added === null || transferred === null) throw new Error('the app is not on both');
  const { webhooks } = story.simulator;
  return {
    removed: webhooks.installationRepositories(removed),
    added: webhooks.installationRepositories(added),
    transferred: webhooks.repository(transferred),
  };
}

test('a repository is renamed, hidden, shown, and gets another default branch and another owner', async () => {
  const { webhooks } = story.simulator;
  const pushed = repository.commit('main', { 'README.md': README + DECISIONS });
  const underOldName = webhooks.push(pushed);
  const renamed = webhooks.repository(repository.rename('parcel-delays'));
  await story.tell('renamed right after a push, which is asked for under the old name', () =>
    story.deliver(underOldName),
  );
  expect(summaryOn(pushed.after)).toContain('**Decisions**: newly documented');
  await story.tell('told of the new name', () => story.deliver(renamed));
  const named = await push('pushed under the new name', { 'README.md': README + WHAT_DID_NOT_WORK });
  expect(named).toContain('https://github.com/ada/parcel-delays/blob/');
  expect(named).not.toContain('ada/parcels/');

  const visibility = (to: 'private' | 'public') =>
    story.deliver(webhooks.repository(repository.setVisibility(to)));
  await story.tell('made private', () => visibility('private'));
  await push('pushed while it is private', { 'README.md': README });
  await story.tell('made public', () => visibility('public'));

  repository.createBranch('trunk');
  const branched = webhooks.repository(repository.setDefaultBranch('trunk'));
  await story.tell('another default branch', () => story.deliver(branched));
  await push('pushed to the new default branch', { 'README.md': README + WHAT_DID_NOT_WORK });
  const { number } = repository.openIssue();
  const command = webhooks.issueComment(repository.comment(number, '/review', 'ada'));
  await story.tell('/review on an issue', () => story.deliver(command));
  expect(repository.comments(number).at(-1)?.body).toContain(`\`${repository.head('trunk').slice(0, 7)}\``);

  const { removed, added, transferred } = eventsOf(repository.transfer('grace'));
  await story.tell('taken from the old owner', () => story.deliver(removed));
  await story.tell('arrived at the new owner', () => story.deliver(added, transferred));
  const moved = await push('pushed by the new owner', { 'README.md': README + WHAT_DID_NOT_WORK + OUTCOME });
  expect(moved).toContain('**Outcome**: newly documented');
  expect(moved).toContain('https://github.com/grace/parcel-delays/blob/');
  expect(moved).not.toContain('/ada/');
  expect(story.told).toEqual(REQUESTS['a repository moves']);
});

test('a transfer whose words come in another order: all that was said goes along', async () => {
  const { webhooks } = story.simulator;
  const { number } = repository.openIssue();
  const accept = repository.comment(number, '/review accept outcome because the pilot ends in May', 'ada');
  await story.tell('its owner accepts what is missing', () => story.deliver(webhooks.issueComment(accept)));

  const { removed, added, transferred } = eventsOf(repository.transfer('grace'));
  await story.tell('transferred', () => story.deliver(transferred));
  await story.tell('arrived at the new owner', () => story.deliver(added));
  await story.tell('taken from the old owner', () => story.deliver(removed));
  const moved = await push('pushed by the new owner', { 'README.md': README + DECISIONS });
  expect(moved).toContain('**Decisions**: newly documented');
  expect(moved).toContain('the pilot ends in May');
  expect(story.told).toEqual(REQUESTS['a transfer whose words come in another order']);
});

test('an installation is suspended: nothing is asked, and what waits is done when it is back', async () => {
  const { simulator } = story;
  const { webhooks } = simulator;
  const app = simulator.installation('ada');
  const reviewed = repository.head();
  const [run] = repository.checkRuns(reviewed);
  if (run === undefined) throw new Error('the first push has no check run');
  const waiting = repository.commit('main', { 'README.md': README + WHAT_DID_NOT_WORK });
  const before = [webhooks.push(waiting), webhooks.checkRun(repository.rerequestCheckRun(run))];

  const suspended = webhooks.installation(app.suspend());
  await story.tell('suspended right after a push and a re-run', () => story.deliver(suspended, ...before));
  expect(repository.checkRuns(waiting.after)).toEqual([]);
  await story.tell('back', () => story.deliver(webhooks.installation(app.unsuspend())));
  expect(summaryOn(waiting.after)).toContain('**What did not work**: newly documented');
  expect(repository.checkRuns(reviewed)).toHaveLength(1);
  expect(story.told).toEqual(REQUESTS['an installation is suspended']);
});
