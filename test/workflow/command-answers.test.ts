import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { COMMANDS_PER_THREAD, COOLDOWN_MS } from '../../src/store/command-limits.ts';
import { answersIn, type OpenedPullRequest, openPullRequest, say } from './people.ts';
import { startWorkflow, type Workflow } from './start-workflow.ts';

const CONFIG = '.github/showwork.yml';
let flow: Workflow;
let pull: OpenedPullRequest;

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', { 'README.md': '# Churn\n' });
  pull = await openPullRequest(flow, { 'README.md': '# Churn, again\n' });
  await flow.worker.run(await pull.job());
});
afterEach(() => flow.close());

async function ask(text: string) {
  const { comment, job } = await say(flow, { ...pull, text });
  const requests = await flow.asked(() => flow.worker.run(job));
  const reactions = flow.hub.reactionsTo(comment);
  return { requests, reactions, answer: answersIn(flow, pull).at(-1) ?? '' };
}

const ANSWERED = ['react', 'createComment', 'react'];

describe('an answer to', () => {
  it('`/review help` lists the commands, and reads nothing', async () => {
    const { requests, reactions, answer } = await ask('/review help');
    expect(requests).toEqual(ANSWERED);
    expect(reactions).toEqual(['eyes', 'rocket']);
    expect(answer).toContain('/review accept <criterion> because <reason>');
  });

  it('`/review explain` says why a criterion matters and which lines were considered', async () => {
    const { requests, answer } = await ask('/review explain what did not work');
    expect(requests).toEqual(['react', 'readPullRequest', 'readTree', 'createComment', 'react']);
    expect(answer).toContain('lines 3–5');
  });

  it('`/review explain` of a criterion that is none names those that are', async () => {
    const { reactions, answer } = await ask('/review explain elegance');
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(answer).toContain('`failures`');
  });

  it('`/review explain` of a README that is not read says so', async () => {
    const lead = { 'README.md': { symlink: '../elsewhere' } };
    await pull.commit(lead);
    const { answer } = await ask('/review explain failures');
    expect(answer).toContain('is not judged by criteria');
  });

  it('`/review explain` without a README says so', async () => {
    await pull.commit({ 'README.md': null });
    expect((await ask('/review explain failures')).answer).toContain('There is no README here yet');
  });

  it('`/review config` shows what is in force, as it is now', async () => {
    flow.hub.commit('main', { [CONFIG]: 'enforce: true\n' });
    const { requests, answer } = await ask('/review config');
    const looked = ['readTree', 'readBlob', 'readOwnerFile', 'readPullRequest'];
    expect(requests).toEqual(['react', ...looked, 'createComment', 'react']);
    expect(answer).toMatch(/`enforce`.*`true`.*this repository/);
  });

  it('`/review config` shows what was said in comments, on a closed pull request too', async () => {
    await ask('/review as ml-pipeline');
    flow.hub.closePullRequest(pull.issueNumber);
    expect((await ask('/review config')).answer).toMatch(/`projectType`.*`ml-pipeline`.*a comment/);
  });

  it('a command that is nearly one names the nearest', async () => {
    const { requests, reactions, answer } = await ask('/review exlpain failures');
    expect(requests).toEqual(ANSWERED);
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(answer).toContain('/review explain <criterion>');
  });

  it('a command that lacks something shows how it goes', async () => {
    expect((await ask('/review accept failures')).answer).toContain('because');
  });

  it('several commands carries out the first and says so', async () => {
    const { answer } = await ask('/review help\n\n/review config');
    expect(answer).toContain('1 further command was not');
  });

  it('several commands of which the first is `/review` says so in the fresh comment', async () => {
    await ask('/review\n\n/review help');
    expect(answersIn(flow, pull)).toEqual([]);
    expect(flow.hub.commentsOn(pull).at(-1)).toContain('1 further command was not');
  });
});

describe('more commands than a thread may give', () => {
  beforeEach(async () => {
    for (let given = 0; given < COMMANDS_PER_THREAD; given += 1) await ask('/review help');
  });

  it('are refused in a line that says until when, once', async () => {
    const { requests, reactions, answer } = await ask('/review help');
    expect(requests).toEqual(['react', 'createComment']);
    expect(reactions).toEqual(['confused']);
    expect(answer).toContain('Commands in this thread are taken again from');
    expect((await ask('/review help')).requests).toEqual([]);
  });

  it('are taken again after the cooldown', async () => {
    flow.clock.advance(COOLDOWN_MS);
    expect((await ask('/review help')).reactions).toEqual(['eyes', 'rocket']);
  });

  it('do not keep pushes from being reviewed', async () => {
    await pull.commit({ 'README.md': '# Churn, thrice\n' });
    await flow.worker.run(await pull.job());
    expect(flow.hub.checkRunsOn(pull.head)).toHaveLength(1);
  });
});
