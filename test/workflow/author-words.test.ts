import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { DECLINED } from '../../src/render/replies/wording.ts';
import { answersIn, type OpenedPullRequest, openPullRequest, runToEnd, say, useUpWrites } from './people.ts';
import { failureOf, startWorkflow, type Workflow } from './start-workflow.ts';

const ACCEPT = '/review accept failures because it is a week old';
const WITHDRAW = '/review withdraw failures';
let flow: Workflow;
/** Of `grace`, who may only read. */
let pull: OpenedPullRequest;
let issue: { issueNumber: number; isPullRequest: false };

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', { 'README.md': '# Churn\n' });
  pull = await openPullRequest(flow, { 'README.md': '# Churn\n\nMore.\n' }, { author: 'grace' });
  await flow.worker.run(await pull.job());
  issue = { issueNumber: flow.hub.openIssue(), isPullRequest: false };
});
afterEach(() => flow.close());

const byAuthor = (text: string) => say(flow, { ...pull, text, author: 'grace', threadAuthor: 'grace' });
const byMaintainer = (text: string) => say(flow, { ...pull, text, threadAuthor: 'grace' });
const ask = async (said: ReturnType<typeof say>) => flow.worker.run((await said).job);
const conclusion = (head: string) => flow.hub.checkRunsOn(head).at(-1)?.conclusion;
const answer = () => answersIn(flow, pull).at(-1);

describe('/review accept', () => {
  it("by a pull request's author counts for that pull request", async () => {
    const { comment, job } = await byAuthor(ACCEPT);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([
      'readRole',
      'react',
      'readPullRequest',
      'readTree',
      'createCheckRun',
      'compare',
      'readTree',
      'updateComment',
      'createComment',
      'react',
    ]);
    expect(conclusion(pull.head)).toBe('success');
    expect(answer()).toContain('for this pull request');
    expect(answer()).toContain('<!-- showwork: accept failures because it is a week old -->');
    expect(flow.hub.reactionsTo(comment)).toEqual(['eyes', 'rocket']);
    expect(conclusion(await flow.push('main', { 'notes.txt': '' }))).toBe('neutral');
  });

  it('survives a later push', async () => {
    await ask(byAuthor(ACCEPT));
    await pull.commit({ 'README.md': '# Churn\n\nMore, and more.\n' });
    await flow.worker.run(await pull.job());
    expect(conclusion(pull.head)).toBe('success');
  });

  it('by somebody with triage rights counts for the repository', async () => {
    flow.hub.setRole('linus', 'triage');
    await ask(say(flow, { ...pull, text: ACCEPT, author: 'linus', threadAuthor: 'grace' }));
    expect(answer()).toContain('in this repository');
    expect(conclusion(pull.head)).toBe('success');
    expect(conclusion(await flow.push('main', { 'notes.txt': '' }))).toBe('success');
  });

  it('on an issue counts for the default branch at once', async () => {
    const head = await flow.push('main', { 'notes.txt': '' });
    await ask(say(flow, { ...issue, text: ACCEPT }));
    expect(conclusion(head)).toBe('success');
  });

  it("is not for an issue's author without rights", async () => {
    const said = { ...issue, text: ACCEPT, author: 'grace', threadAuthor: 'grace' };
    await ask(say(flow, said));
    expect(answersIn(flow, issue)).toEqual([DECLINED['not-allowed-to-decide']]);
    expect(conclusion(await flow.push('main', { 'notes.txt': '' }))).toBe('neutral');
  });

  it('is not for strangers', async () => {
    await ask(say(flow, { ...pull, text: ACCEPT, author: 'mallory', threadAuthor: 'grace' }));
    expect(answer()).toBe(DECLINED['not-allowed-to-decide']);
    expect(conclusion(pull.head)).toBe('neutral');
  });

  it('of a criterion that is none names those that are, and records nothing', async () => {
    await ask(byAuthor('/review accept elegance because it is nice'));
    expect(answer()).toContain('No criterion here has that name');
    expect(conclusion(pull.head)).toBe('neutral');
  });

  it('on a closed pull request is answered in a line', async () => {
    flow.hub.closePullRequest(pull.issueNumber);
    await ask(byAuthor(ACCEPT));
    expect(answer()).toBe(DECLINED['pull-request-closed']);
  });

  it('counts in a pull request that is older than the app here', async () => {
    const head = flow.hub.commit('older', { 'README.md': '# Older\n' });
    const issueNumber = flow.hub.openPullRequest('older', { author: 'grace' });
    const thread = { issueNumber, isPullRequest: true, author: 'grace', threadAuthor: 'grace' };
    await ask(say(flow, { ...thread, text: ACCEPT }));
    expect(conclusion(head)).toBe('success');
  });

  it('counts for a head whose delivery is still under way', async () => {
    flow.clock.advance(3_600_000);
    await pull.commit({ 'README.md': '# Churn\n\nMore, and more.\n' });
    await ask(byAuthor(ACCEPT));
    expect(conclusion(pull.head)).toBe('success');
  });

  it('that is interrupted, or waits for each of its writes, is said and answered once', async () => {
    const { job } = await byAuthor(ACCEPT);
    flow.hub.failNext('createComment', new ShowworkError('GITHUB_UNAVAILABLE', 'lost'), { carriedOut: true });
    await failureOf(flow.worker.run(job));
    await useUpWrites(flow);
    await runToEnd(flow, job);
    expect(answersIn(flow, pull)).toHaveLength(1);
    expect(flow.hub.checkRunsOn(pull.head)).toHaveLength(2);
  });
});

describe('/review withdraw', () => {
  it('takes back what was accepted: the verdict counts as it is read', async () => {
    await ask(byAuthor(ACCEPT));
    await ask(byAuthor(WITHDRAW));
    expect(conclusion(pull.head)).toBe('neutral');
  });

  it('of a maintainer takes back what the author accepted for the pull request, too', async () => {
    await ask(byAuthor(ACCEPT));
    await ask(byMaintainer(ACCEPT));
    await ask(byMaintainer(WITHDRAW));
    expect(conclusion(pull.head)).toBe('neutral');
  });

  it('says so where there is nothing to take back', async () => {
    await ask(byAuthor(WITHDRAW));
    expect(answer()).toContain('Nothing was accepted in a comment here');
  });

  it('that was interrupted after it took back is no mistake the second time', async () => {
    await ask(byAuthor(ACCEPT));
    const { job } = await byAuthor(WITHDRAW);
    flow.hub.failNext('createCheckRun', new ShowworkError('GITHUB_UNAVAILABLE', 'planned'));
    await failureOf(flow.worker.run(job));
    await runToEnd(flow, job);
    expect(answer()).toContain('no longer accepted');
  });
});

describe('/review as', () => {
  const readAs = () => flow.reviewer.requests.at(-1)?.declaredType;

  it('reads the README as that type, and shows the line that makes it permanent', async () => {
    await ask(byMaintainer('/review as ml-pipeline'));
    expect(readAs()).toBe('ml-pipeline');
    expect(answer()).toContain('projectType: ml-pipeline');
    await flow.push('main', { 'notes.txt': '' });
    expect(readAs()).toBe('ml-pipeline');
  });

  it("by a pull request's author holds there alone", async () => {
    await ask(byAuthor('/review as ml-pipeline'));
    expect(readAs()).toBe('ml-pipeline');
    await flow.push('main', { 'notes.txt': '' });
    expect(readAs()).toBeUndefined();
  });

  it('`auto` goes back to finding it out, for a maintainer whoever said it here', async () => {
    await ask(byAuthor('/review as ml-pipeline'));
    await ask(byMaintainer('/review as auto'));
    await pull.commit({ 'notes.txt': 'x' });
    await flow.worker.run(await pull.job());
    expect(readAs()).toBeUndefined();
  });

  it('names the types where there is none of that name', async () => {
    await ask(byAuthor('/review as spaceship'));
    expect(answer()).toContain('No project type has that name');
    expect(answer()).toContain('`llm-application`');
  });
});
