import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createShiftedClock } from '../helpers/shifted-clock.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { DECISIONS, OUTCOME, README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push, withoutAddresses } from './steps.ts';

const SETTINGS = '.github/showwork.yml';
const ON = { [SETTINGS]: 'dashboard: true\n' };
const OFF = { [SETTINGS]: 'dashboard: false\n' };
const FILES = { 'README.md': README, 'requirements.txt': REQUIREMENTS };
const HONEST = README + WHAT_DID_NOT_WORK;
const DOCUMENTED = README + DECISIONS + WHAT_DID_NOT_WORK + OUTCOME;
/** Longer than an interrupted write is left alone. */
const A_MINUTE = 60_000;

const clock = createShiftedClock();
let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory({ clock });
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
});
afterEach(() => story.end());

const pushed = (step: string, files: Record<string, string>) => push(story, step, repository, files);

/** The repository's one issue, as people read it. */
function dashboard() {
  const issues = [...repository.record.issues.values()];
  expect(issues).toHaveLength(1);
  const [{ number, state, title, body } = repository.issue(1)] = issues;
  return { number, state, title, body: withoutAddresses(body ?? '') };
}

/** What happened to issues since the last call, as GitHub names it. */
function newChanges() {
  const changes = story.simulator.issueChanges.slice(seen);
  seen += changes.length;
  return changes;
}
let seen = 0;
beforeEach(() => {
  seen = 0;
});
const actions = () => newChanges().map(({ action }) => action);

test('one issue follows the default branch: edited, closed, reopened, ticked, and left alone', async () => {
  await pushed('the dashboard is switched on', { ...FILES, ...ON });
  expect(dashboard()).toMatchObject({ state: 'open', title: 'Showwork: how the READMEs stand' });
  expect(dashboard().body).toMatch(
    /2 of 5 documented[\s\S]+- \[ \] <!-- showwork:re-review --> Review again now/,
  );
  const first = dashboard().body;

  await pushed('code is pushed', { 'train.py': 'print("hello")\n' });
  expect(dashboard().body).toBe(first);
  expect(actions()).toEqual(['opened']);

  await pushed('a verdict flips', { 'README.md': HONEST });
  expect(dashboard()).toMatchObject({ state: 'open', body: expect.stringContaining('4 of 5 documented') });
  expect(actions()).toEqual(['edited']);

  await pushed('all is documented', { 'README.md': DOCUMENTED });
  expect(dashboard().state).toBe('closed');
  expect(dashboard().body).toMatch(/\*\*Every project is documented\*\* .+ Well done!/);

  await pushed('it falls back', { 'README.md': HONEST });
  expect(dashboard()).toMatchObject({ state: 'open', body: expect.stringContaining('4 of 5 documented') });
  expect(actions()).toEqual(['edited', 'closed', 'edited', 'reopened']);

  const { webhooks } = story.simulator;
  await story.tell('a person ticks the box', async () => {
    const [ticked] = repository.tickBox(dashboard().number);
    if (ticked !== undefined) await story.deliver(webhooks.issue(ticked));
  });
  expect(dashboard().body).toContain('- [ ] <!-- showwork:re-review -->');
  await story.tell('GitHub tells the app of its own edit', () =>
    story.deliver(
      ...newChanges()
        .slice(-1)
        .map(change => webhooks.issue(change)),
    ),
  );

  const left = dashboard();
  await pushed('the dashboard is switched off', OFF);
  await pushed('a verdict flips unseen', { 'README.md': README });
  expect(dashboard()).toEqual(left);
  expect(story.told).toEqual(REQUESTS['the dashboard']);
});

test('the answer to its creation is lost: it is found again, and there is never a second one', async () => {
  story.simulator.faults.next({ match: 'issues/create', reset: true, carriedOut: true });
  await pushed('the answer to the creation is lost', { ...FILES, ...ON });
  clock.advance(A_MINUTE);
  await pushed('a verdict flips', { 'README.md': HONEST });
  expect(dashboard()).toMatchObject({ state: 'open', body: expect.stringContaining('4 of 5 documented') });
  expect(story.told).toEqual(REQUESTS['a lost answer about the dashboard']);
});

test('an app that comes back finds the dashboard of its earlier days', async () => {
  await pushed('the dashboard is switched on', { ...FILES, ...ON });
  const { simulator } = story;
  const installation = simulator.installation('ada');
  await story.tell('the repository is taken from the app, and given back', () =>
    story.deliver(
      simulator.webhooks.installationRepositories(installation.remove(repository)),
      simulator.webhooks.installationRepositories(installation.add(repository)),
    ),
  );
  await pushed('a verdict flips', { 'README.md': HONEST });
  expect(dashboard()).toMatchObject({ state: 'open', body: expect.stringContaining('4 of 5 documented') });
});

test('where issues are switched off the check run says all there is to say, and nobody hears of an error', async () => {
  repository.setIssues(false);
  await pushed('the dashboard is switched on', { ...FILES, ...ON });
  clock.advance(A_MINUTE);
  const next = await pushed('what did not work is added', { 'README.md': HONEST });
  expect(next.summary).toContain('**What did not work**: newly documented');
  expect(story.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
