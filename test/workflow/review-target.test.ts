import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import { MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const FILES = { 'README.md': '# Churn\n', 'requirements.txt': 'xgboost\n' };
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const isFinished = async () => {
  const target = await flow.store.store.readTarget(targetKey({ repository: flow.hub.repository, ref: MAIN }));
  return target?.done === target?.requested;
};

describe('a push', () => {
  it('is answered by one completed check run on its head', async () => {
    const head = await flow.push('main', FILES);
    expect(flow.hub.checkRuns).toMatchObject([
      { headSha: head, name: 'Showwork', conclusion: 'neutral', externalId: expect.stringContaining(head) },
    ]);
    expect(flow.hub.checkRuns[0]?.summary).toContain(
      `https://github.example/ada/churn/blob/${head}/README.md`,
    );
    expect(await isFinished()).toBe(true);
  });

  it('hands the reviewer the README, its manifests and every path', async () => {
    await flow.push('main', { ...FILES, 'src/a/train.py': 'import xgboost' });
    expect(flow.reviewer.requests).toMatchObject([
      {
        repositoryName: 'ada/churn',
        readme: { path: 'README.md', content: Buffer.from('# Churn\n') },
        paths: ['README.md', 'requirements.txt', 'src/a/train.py'],
        pathsTruncated: false,
        manifests: [{ path: 'requirements.txt', bytes: Buffer.from('xgboost\n') }],
      },
    ]);
  });

  it('of a changed README takes three requests', async () => {
    await flow.push('main', FILES);
    const asked = await flow.asked(() => flow.push('main', { 'README.md': '# Churn, again\n' }));
    expect(asked).toEqual(['readTree', 'readBlob', 'createCheckRun']);
  });

  it('of a changed manifest takes one more for its blob', async () => {
    await flow.push('main', FILES);
    const asked = await flow.asked(() => flow.push('main', { 'requirements.txt': 'lightgbm\n' }));
    expect(asked).toEqual(['readTree', 'readBlob', 'createCheckRun']);
    expect(flow.reviewer.requests).toHaveLength(2);
  });

  it('with all inputs unchanged takes two, and nothing is reviewed again', async () => {
    const first = await flow.push('main', { ...FILES, 'train.py': 'one' });
    const asked = await flow.asked(() => flow.push('main', { 'train.py': 'two' }));
    expect(asked).toEqual(['readTree', 'createCheckRun']);
    expect(flow.reviewer.requests).toHaveLength(1);
    expect(flow.hub.checkRuns).toHaveLength(2);
    expect(flow.hub.checkRuns[1]?.headSha).not.toBe(first);
  });

  it('with a new path is reviewed again', async () => {
    await flow.push('main', FILES);
    await flow.push('main', { 'train.py': 'two' });
    expect(flow.reviewer.requests).toHaveLength(2);
  });

  it('delivered again takes one request and sends nothing', async () => {
    const head = await flow.push('main', FILES);
    const job = await flow.accept(MAIN, head);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual(['readTree']);
    expect(flow.reviewer.requests).toHaveLength(1);
    expect(flow.hub.checkRuns).toHaveLength(1);
    expect(await isFinished()).toBe(true);
  });

  it('delivered again to another process takes one request too', async () => {
    const head = await flow.push('main', FILES);
    const job = await flow.accept(MAIN, head);
    expect(await flow.asked(() => flow.anotherWorker().run(job))).toEqual(['readTree']);
    expect(flow.reviewer.requests).toHaveLength(1);
  });

  it('delivered again after the engine changed gets a new run', async () => {
    const head = await flow.push('main', FILES);
    flow.reviewer.identity = 'engine 2';
    await flow.worker.run(await flow.accept(MAIN, head));
    expect(flow.hub.checkRunsOn(head)).toHaveLength(2);
    expect(flow.reviewer.requests).toHaveLength(2);
  });

  it('that was worked off is not looked at again', async () => {
    const head = flow.hub.commit('main', FILES);
    const job = await flow.accept(MAIN, head);
    await flow.worker.run(job);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
  });

  it('of a repository that was forgotten meanwhile asks nothing', async () => {
    const job = await flow.accept(MAIN, flow.hub.commit('main', FILES));
    await flow.store.store.forget(flow.hub.repository.installationId, null);
    expect(await flow.asked(() => flow.worker.run(job))).toEqual([]);
  });
});

describe('a push and its pull request', () => {
  const COMMENT = ['readPullRequest', 'compare', 'readTree', 'createComment'];
  async function jobs() {
    await flow.push('main', FILES);
    const head = flow.hub.commit('topic', { 'README.md': '# Churn, explained\n' });
    const number = flow.hub.openPullRequest('topic');
    const push = await flow.accept({ kind: 'branch', branch: 'topic' }, head);
    const pull = await flow.accept({ kind: 'pull-request', number }, head);
    return { head, push, pull };
  }

  it('one after the other share one check run: three requests, and one beside the comment', async () => {
    const { head, push, pull } = await jobs();
    expect(await flow.asked(() => flow.worker.run(push))).toEqual(['readTree', 'readBlob', 'createCheckRun']);
    expect(await flow.asked(() => flow.worker.run(pull))).toEqual(['readTree', ...COMMENT]);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });

  it('at the same time share one check run, with the same requests', async () => {
    const { head, push, pull } = await jobs();
    const asked = await flow.asked(() => Promise.all([flow.worker.run(push), flow.worker.run(pull)]));
    expect(asked).toEqual(['readTree', 'readBlob', 'createCheckRun', 'readTree', ...COMMENT]);
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
    expect(flow.reviewer.requests).toHaveLength(2);
  });

  it('in two processes share one check run: the second comes back and finds it', async () => {
    const { head, push, pull } = await jobs();
    const other = flow.anotherWorker();
    let comeBack: Date | null = null;
    flow.hub.beforeNext('createCheckRun', async () => {
      comeBack = await other.run(pull);
    });
    await flow.worker.run(push);
    expect(comeBack).toEqual(new Date(+flow.clock.now() + 2_000));
    flow.clock.advance(2_000);
    expect(await other.run(pull)).toBeNull();
    expect(flow.hub.checkRunsOn(head)).toHaveLength(1);
  });
});

describe('a commit without README', () => {
  it('on the default branch gets no check run', async () => {
    const asked = await flow.asked(() => flow.push('main', { 'train.py': '' }));
    expect(asked).toEqual(['readTree']);
    expect(await isFinished()).toBe(true);
  });

  it('on a branch gets none where the default branch has none either', async () => {
    flow.hub.commit('main', { 'train.py': '' });
    const asked = await flow.asked(() => flow.push('topic', { 'train.py': 'x' }));
    expect(asked).toEqual(['readTree', 'readTree']);
    expect(flow.hub.checkRuns).toEqual([]);
  });

  it('on a branch gets none where there is no default branch', async () => {
    await flow.push('topic', { 'train.py': 'x' });
    expect(flow.hub.checkRuns).toEqual([]);
  });

  it('on a branch gets one where the default branch has a README', async () => {
    flow.hub.commit('main', FILES);
    const asked = await flow.asked(() => flow.push('topic', { 'README.md': null }));
    expect(asked).toEqual(['readTree', 'readTree', 'createCheckRun']);
    expect(flow.hub.checkRuns).toMatchObject([{ conclusion: 'neutral', annotations: [] }]);
    expect(flow.reviewer.requests).toEqual([]);
  });
});
