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

describe('settings of the default branch', () => {
  it('apply with the push that brings them, for one request more', async () => {
    const head = flow.hub.commit('main', { [FILE]: ENFORCE });
    const job = await flow.accept({ kind: 'branch', branch: 'main' }, head);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readTree', 'readBlob', 'createCheckRun']);
    expect(conclusionOn(head)).toBe('failure');
  });

  it('apply to other branches from then on, which ask nothing for them', async () => {
    await flow.push('main', { [FILE]: ENFORCE });
    let head = '';
    const asked = await flow.asked(async () => {
      head = await flow.push('topic', { 'train.py': '' });
    });
    expect(asked).toEqual(['readTree', 'createCheckRun']);
    expect(conclusionOn(head)).toBe('failure');
  });

  it('hold for a branch that says something else itself', async () => {
    await flow.push('main', { [FILE]: ENFORCE });
    expect(conclusionOn(await flow.push('topic', { [FILE]: 'enforce: false\n' }))).toBe('failure');
  });

  it('end with the push that takes the file away', async () => {
    await flow.push('main', { [FILE]: ENFORCE });
    expect(conclusionOn(await flow.push('main', { [FILE]: null }))).toBe('neutral');
  });

  it('are looked at again after an hour, for the push that never came', async () => {
    await flow.push('topic', { 'train.py': '1' });
    flow.hub.commit('main', { [FILE]: ENFORCE });
    expect(conclusionOn(await flow.push('topic', { 'train.py': '1a' }))).toBe('neutral');
    flow.clock.advance(SETTINGS_FRESH_MS + 1);
    const asked = await flow.asked(() => flow.push('topic', { 'train.py': '2' }));
    expect(asked).toEqual(['readTree', 'readBlob', 'readOwnerFile', 'readTree', 'createCheckRun']);
    expect(flow.hub.checkRuns.at(-1)?.conclusion).toBe('failure');
  });

  it('are looked at again by /review', async () => {
    const pull = await openPullRequest(flow, { 'train.py': '' });
    flow.hub.commit('main', { [FILE]: ENFORCE });
    await flow.worker.run((await say(flow, pull)).job);
    expect(conclusionOn(pull.head)).toBe('failure');
  });

  it('are the defaults where there is no default branch yet', async () => {
    const own = await startWorkflow();
    const head = await own.push('topic', { 'README.md': '# Churn\n' });
    expect(own.hub.checkRunsOn(head)).toMatchObject([{ conclusion: 'neutral' }]);
    await own.close();
  });
});

describe('a settings file with a mistake', () => {
  it('leaves the last good one in force, and is told on its own line', async () => {
    await flow.push('main', { [FILE]: ENFORCE });
    const head = await flow.push('main', { [FILE]: BROKEN });
    const [run] = flow.hub.checkRunsOn(head);
    expect(run?.conclusion).toBe('failure');
    expect(run?.summary).toContain('Until it is mended, the version before');
    const [mistake] = run?.annotations.filter(({ path }) => path === FILE) ?? [];
    expect(mistake).toMatchObject({ startLine: 1, message: expect.stringContaining('enforce') });
  });

  it('leaves the defaults in force where there never was a good one', async () => {
    const head = await flow.push('main', { [FILE]: BROKEN });
    expect(conclusionOn(head)).toBe('neutral');
    expect(summaryOn(head)).toContain('Until it is mended, the defaults are in force.');
  });

  it('is told on other branches without a line, where they do not have it', async () => {
    flow.hub.commit('topic', { 'README.md': '# Topic\n' });
    await flow.push('main', { [FILE]: BROKEN });
    const head = await flow.push('topic', { 'train.py': '' });
    expect(summaryOn(head)).toContain('On the default branch');
    expect(flow.hub.checkRunsOn(head)[0]?.annotations.map(({ path }) => path)).not.toContain(FILE);
  });

  it('is told on the lines of the commit that has it, on whichever branch', async () => {
    await flow.push('main', { [FILE]: ENFORCE });
    const head = await flow.push('topic', { [FILE]: `# mine\n${BROKEN}` });
    const told = flow.hub.checkRunsOn(head)[0]?.annotations.filter(({ path }) => path === FILE);
    expect(told).toMatchObject([{ startLine: 2 }]);
    expect(conclusionOn(head)).toBe('failure');
  });

  it('is forgotten once it is mended', async () => {
    await flow.push('main', { [FILE]: BROKEN });
    const head = await flow.push('main', { [FILE]: ENFORCE });
    expect(conclusionOn(head)).toBe('failure');
    expect(summaryOn(head)).not.toContain('mistake');
  });
});
