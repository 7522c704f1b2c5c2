import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import { scanTables } from '../store/raw-database.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

const PROJECT = { 'README.md': README, 'requirements.txt': REQUIREMENTS };

/** How long GitHub holds back an answer while the owner uninstalls the app; more than the app needs to be told. */
const HELD_MS = 500;

/** What the database holds when nobody has the app any more: ids of deliveries, who is gone, and its own bookkeeping. */
const KEPT = ['deliveries', 'kysely_migration', 'kysely_migration_lock', 'sqlite_sequence', 'tombstones'];

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.end());

/** What people do shortly before they uninstall the app, and what GitHub delivers only afterwards. */
function lastActs(repository: SimulatedRepository): readonly WebhookEvent[] {
  const { webhooks } = story.simulator;
  const push = repository.commit('late', PROJECT);
  const pull = repository.openPullRequest({ head: 'late' });
  const command = repository.comment(pull.request.number, '/review', repository.record.owner.login);
  return [
    webhooks.push(push),
    webhooks.pullRequest(pull),
    webhooks.issueComment(command),
    webhooks.repository(repository.setVisibility('private')),
  ];
}

test('an owner uninstalls the app while it reads: nothing is posted any more, and nothing stays', async () => {
  const { simulator } = story;
  const { webhooks } = simulator;
  const late: WebhookEvent[] = [];

  for (const [owner, doing, held] of [
    ['ada', 'reads the tree', 'git/get-tree'],
    ['grace', 'reads the README', 'git/get-blob'],
    ['linus', 'makes the check run', 'checks/create'],
  ] as const) {
    const repository = simulator.addRepository({ owner, name: 'parcels', files: PROJECT });
    const push = repository.commit('main', { 'README.md': README + WHAT_DID_NOT_WORK });
    late.push(...lastActs(repository));
    simulator.faults.next({ match: held, delay: HELD_MS });
    await story.tell(`uninstalled while the app ${doing}`, async () => {
      await story.deliver(webhooks.push(push));
      await simulator.until(() => (simulator.faults.pending ? undefined : true));
      await story.deliver(webhooks.installation(simulator.installation(owner).uninstall()));
    });
    expect(repository.record.checkRuns.size).toBe(0);
  }
  await story.tell('what was done before is delivered late', () => story.deliver(...late));

  for (const owner of ['ada', 'grace', 'linus']) {
    const { record } = simulator.repository(`${owner}/parcels`);
    expect([...record.comments.values()].map(({ body }) => body)).toEqual(['/review']);
    expect(record.checkRuns.size).toBe(0);
    expect(scanTables(story.dataPath, [owner, record.id]).found).toEqual([]);
  }
  expect(scanTables(story.dataPath, ['']).found).toEqual(KEPT);
  expect(story.told).toEqual(REQUESTS['uninstall while a job runs']);
});
