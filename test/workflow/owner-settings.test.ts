import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SETTINGS_FRESH_MS } from '../../src/workflow/settings/known-settings.ts';
import { openPullRequest, say } from './people.ts';
import { startWorkflow, type Workflow } from './start-workflow.ts';

const FILE = '.github/showwork.yml';
const ENFORCE = 'enforce: true\n';
const BROKEN = 'enforced: true\n';
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', { 'README.md': '# Churn\n' });
});
afterEach(() => flow.close());

const conclusionOn = (head: string) => flow.hub.checkRunsOn(head).at(-1)?.conclusion;
const summaryOn = (head: string) => flow.hub.checkRunsOn(head).at(-1)?.summary ?? '';

describe('settings of the owner', () => {
  const OWNERS = { 'showwork.yml': 'enforce: true\nlock: [enforce]\n' };
  const hourLater = () => flow.clock.advance(SETTINGS_FRESH_MS + 1);

  it('hold for each of their repositories, and are read once an hour', async () => {
    flow.hub.writeOwnerFiles(OWNERS);
    hourLater();
    const head = await flow.push('main', { 'train.py': '1' });
    expect(conclusionOn(head)).toBe('failure');
    const asked = await flow.asked(() => flow.push('main', { 'train.py': '2' }));
    expect(asked).toEqual(['readTree', 'createCheckRun']);
  });

  it('are looked at again by /review', async () => {
    flow.hub.writeOwnerFiles(OWNERS);
    const issue = { issueNumber: flow.hub.openIssue(), isPullRequest: false };
    await flow.worker.run((await say(flow, issue)).job);
    expect(flow.hub.checkRuns.at(-1)?.conclusion).toBe('failure');
  });

  it('out of reach are the defaults, in one sentence', async () => {
    const head = await flow.push('main', { 'train.py': '' });
    expect(conclusionOn(head)).toBe('neutral');
    expect(summaryOn(head)).toContain('`ada/.github` is not there or out of this app’s reach');
  });

  it('may lock a key: what the repository says to it is told on its line', async () => {
    flow.hub.writeOwnerFiles(OWNERS);
    hourLater();
    const head = await flow.push('main', { [FILE]: '# ours\nenforce: false\n' });
    expect(conclusionOn(head)).toBe('failure');
    const told = flow.hub.checkRunsOn(head)[0]?.annotations.filter(({ path }) => path === FILE);
    expect(told).toMatchObject([{ startLine: 2, level: 'notice' }]);
  });

  it('may lock a key: a branch is told on the line where it has it', async () => {
    flow.hub.writeOwnerFiles(OWNERS);
    hourLater();
    await flow.push('main', { [FILE]: 'enforce: false\n' });
    const head = await flow.push('topic', { [FILE]: '# ours\n\nenforce: false\n' });
    const told = flow.hub.checkRunsOn(head)[0]?.annotations.filter(({ path }) => path === FILE);
    expect(told).toMatchObject([{ startLine: 3 }]);
  });
});

describe("the owner's own repository `.github`", () => {
  const OWN = 'showwork.yml';
  beforeEach(async () => {
    await flow.close();
    flow = await startWorkflow({ name: '.github' });
    flow.hub.writeOwnerFiles({ [OWN]: ENFORCE });
    await flow.push('main', { 'README.md': '# Ada\n', [OWN]: ENFORCE });
  });

  it('is reviewed by what it says for all, from the push on that edits it', async () => {
    expect(flow.hub.checkRuns.at(-1)?.conclusion).toBe('failure');
    flow.hub.writeOwnerFiles({ [OWN]: 'enforce: false\n' });
    expect(conclusionOn(await flow.push('main', { [OWN]: 'enforce: false\n' }))).toBe('neutral');
  });

  it('has a mistake told on the line of its file', async () => {
    flow.hub.writeOwnerFiles({ [OWN]: BROKEN });
    const head = await flow.push('main', { [OWN]: BROKEN });
    const told = flow.hub.checkRunsOn(head)[0]?.annotations.filter(({ path }) => path === OWN);
    expect(told).toMatchObject([{ startLine: 1 }]);
  });

  it('proposes nothing on a branch that leaves its file alone', async () => {
    const pull = await openPullRequest(flow, { 'README.md': '# Ada, again\n' });
    await flow.worker.run(await pull.job());
    expect(flow.hub.commentsOn(pull)).toHaveLength(1);
    expect(flow.hub.commentsOn(pull).join()).not.toContain('What your change of the settings would do');
  });
});
