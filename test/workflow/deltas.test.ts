import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const documented = (criteria: string) => ({ 'README.md': `# Churn\n\nDocumented: ${criteria}\n` });
const SINCE = 'Since the last review';
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const summaries = (head: string) => flow.hub.checkRunsOn(head).map(({ summary }) => summary);
const summary = (head: string) => summaries(head).at(-1) ?? '';

describe('what changed since the last review of the branch', () => {
  it('is named at each step of a README that grows', async () => {
    const first = await flow.push('main', documented('problem'));
    expect(summary(first)).not.toContain(SINCE);
    const second = await flow.push('main', documented('problem, approach'));
    expect(summary(second)).toContain('One more is documented now. Well done!');
    expect(summary(second)).toContain(`commit/${first}`);
    const third = await flow.push('main', documented('problem, approach, decisions, outcome'));
    expect(summary(third)).toContain('2 more are documented now.');
    expect(summary(third)).toContain(`commit/${second}`);
  });

  it('is not spoken of where nothing has', async () => {
    await flow.push('main', documented('problem'));
    expect(summary(await flow.push('main', { 'notes.txt': '' }))).not.toContain(SINCE);
  });

  it('is told plainly where something is lost', async () => {
    await flow.push('main', documented('problem, approach'));
    expect(summary(await flow.push('main', documented('problem')))).toContain('reads as missing now');
  });

  it('is the author’s word where that is all that changed', async () => {
    await flow.push('main', documented('problem, approach'));
    const settings = { '.github/showwork.yml': 'accept:\n  failures: It is young.\n' };
    expect(summary(await flow.push('main', settings))).toContain('accepted by the author');
  });

  it('is the rubric’s doing where the README is the same and its judge is not', async () => {
    const old = await flow.push('main', documented('problem, approach'));
    flow.reviewer.identity = 'engine 2';
    flow.reviewer.believes = documented('problem')['README.md'];
    expect(summary(await flow.push('main', { 'notes.txt': '' }))).toContain('because the rubric changed');
    expect(flow.hub.checkRunsOn(old)).toHaveLength(1);
  });

  it('goes over commits without a README', async () => {
    await flow.push('main', documented('problem'));
    await flow.push('main', { 'README.md': null });
    expect(summary(await flow.push('main', documented('problem, approach')))).toContain(SINCE);
  });

  it('is said in the same bytes at every later look at the commit', async () => {
    await flow.push('main', documented('problem'));
    const head = await flow.push('main', documented('problem, approach'));
    await flow.worker.run(await flow.accept(MAIN, head));
    const { repository } = flow.hub;
    await flow.worker.run(await flow.instruct({ kind: 're-review', repository, headSha: head }));
    expect(flow.hub.checkRunsOn(head)).toMatchObject([{ concluded: 2 }]);
    expect(summary(head)).toContain(SINCE);
  });

  it('is followed for each branch by itself', async () => {
    await flow.push('main', documented('problem'));
    const head = await flow.push('topic', documented('problem, approach'));
    expect(summary(head)).not.toContain(SINCE);
    expect(summary(await flow.push('topic', documented('problem')))).toContain(`commit/${head}`);
  });
});
