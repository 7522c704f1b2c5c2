import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { scanTables } from '../store/raw-database.ts';
import { beginStory, type Story } from './begin-story.ts';
import { DECISIONS, README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

const PROJECT = { 'README.md': README, 'requirements.txt': REQUIREMENTS };

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.end());

/** Title and summary of the newest check run on the default branch; null where there is none. */
function checkOn(repository: SimulatedRepository) {
  const run = repository.checkRuns(repository.head()).at(-1);
  return run === undefined ? null : { title: run.output.title ?? '', summary: run.output.summary ?? '' };
}

/** Nothing that notifies anybody. */
function expectQuiet({ record }: SimulatedRepository): void {
  expect(record.comments.size).toBe(0);
  expect(record.issues.size).toBe(0);
}

test('the app looks at what it is installed on, quietly, and begins anew where it was taken away', async () => {
  const { simulator } = story;
  const { webhooks } = simulator;
  const parcels = simulator.addRepository({ owner: 'ada', name: 'parcels', files: PROJECT });
  const scripts = simulator.addRepository({ owner: 'ada', name: 'scripts', files: { 'run.sh': 'ls\n' } });
  const empty = simulator.addRepository({ owner: 'ada', name: 'empty' });
  const app = simulator.installation('ada');

  await story.tell('installed on three repositories', () =>
    story.deliver(webhooks.installation(app.created())),
  );
  expect(checkOn(parcels)?.title).toMatch(/^2 of 5 documented, .* · next: /);
  expect(checkOn(scripts)).toBeNull();
  for (const repository of [parcels, scripts, empty]) expectQuiet(repository);

  const tours = simulator.addRepository({
    owner: 'ada',
    name: 'tours',
    installed: false,
    files: { ...PROJECT, 'README.md': README + DECISIONS, '.github/showwork.yml': 'dashboard: true\n' },
  });
  await story.tell('a fourth is added, which wants a dashboard', () =>
    story.deliver(webhooks.installationRepositories(app.add(tours))),
  );
  expect(checkOn(tours)?.title).toMatch(/^\d of 5 documented/);
  expectQuiet(tours);

  const introduced = parcels.head();
  const push = parcels.commit('main', { 'README.md': README + WHAT_DID_NOT_WORK });
  await story.tell('the first push', () => story.deliver(webhooks.push(push)));
  expect(checkOn(parcels)?.summary).toMatch(
    new RegExp(
      `Since the last review, at \\[\`${introduced.slice(0, 7)}\`.*Well done!.*newly documented`,
      's',
    ),
  );
  const started = empty.commit('main', PROJECT);
  await story.tell('the first commit of all', () => story.deliver(webhooks.push(started)));
  expect(checkOn(empty)?.title).toMatch(/^2 of 5 documented/);
  expect(story.told).toEqual(REQUESTS['a first install']);
});

test('a repository that is taken away and given back begins anew, and is listened to at once', async () => {
  const { simulator } = story;
  const { webhooks } = simulator;
  const parcels = simulator.addRepository({ owner: 'ada', name: 'parcels', files: PROJECT });
  const app = simulator.installation('ada');
  const { number: issue } = parcels.openIssue();
  const say = (text: string) => story.deliver(webhooks.issueComment(parcels.comment(issue, text, 'ada')));

  await story.tell('installed', () => story.deliver(webhooks.installation(app.created())));
  await story.tell('its owner accepts what is missing', () =>
    say('/review accept outcome because the pilot ends in May'),
  );
  expect(checkOn(parcels)?.summary).toContain('the pilot ends in May');

  await story.tell('taken away', () => story.deliver(webhooks.installationRepositories(app.remove(parcels))));
  expect(scanTables(story.dataPath, [parcels.id]).found).toEqual(['tombstones']);

  await story.tell('given back', () => story.deliver(webhooks.installationRepositories(app.add(parcels))));
  expect(checkOn(parcels)?.summary).not.toContain('the pilot ends in May');
  await story.tell('/review', () => say('/review'));
  expect(parcels.comments(issue).at(-1)?.body).toContain('as you asked');
  const [run] = parcels.checkRuns(parcels.head()).slice(-1);
  if (run === undefined) throw new Error('the repository given back has no check run');
  await story.tell('Re-run', () => story.deliver(webhooks.checkRun(parcels.rerequestCheckRun(run))));
  const runs = parcels.checkRuns(parcels.head());
  expect(runs.at(-1)).toEqual(run);
  expect(checkOn(parcels)?.summary).not.toContain('Since the last review');
  expect(story.told).toEqual(REQUESTS['a repository is taken away and given back']);
});
