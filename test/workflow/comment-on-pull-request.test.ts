import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ALL_DOCUMENTED } from '../helpers/stand-in-reviewer.ts';
import { type OpenedPullRequest, openPullRequest, say } from './people.ts';
import { startWorkflow, type Workflow } from './start-workflow.ts';

const CONFIG = '.github/showwork.yml';
const HALF = { 'README.md': '# Churn\n\nDocumented: problem, approach\n' };
const MORE = { 'README.md': '# Churn\n\nDocumented: problem, approach, decisions\n' };
const WHOLE = { 'README.md': `# Churn\n\n${ALL_DOCUMENTED}\n` };
/** What it takes to know that there is nothing to say, beside the check run. */
const LOOKED = ['readTree', 'createCheckRun', 'readPullRequest', 'compare'];
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
  await flow.push('main', HALF);
});
afterEach(() => flow.close());

const run = async (pull: OpenedPullRequest) => flow.worker.run(await pull.job());
const askedBy = async (pull: OpenedPullRequest) => {
  const job = await pull.job();
  return flow.asked(() => flow.worker.run(job));
};
const commentsOn = (pull: OpenedPullRequest) => flow.hub.commentsOn(pull);

describe('a pull request gets a comment', () => {
  it('that says what it changes', async () => {
    const pull = await openPullRequest(flow, MORE);
    expect(await askedBy(pull)).toEqual([
      'readTree',
      'readBlob',
      'createCheckRun',
      'readPullRequest',
      'compare',
      'readTree',
      'createComment',
    ]);
    expect(commentsOn(pull)).toHaveLength(1);
    expect(commentsOn(pull)[0]).toContain('newly documents “Decisions”');
  });

  it('from a fork as from a branch', async () => {
    const pull = await openPullRequest(flow, MORE, { author: 'grace', fromFork: true });
    await run(pull);
    expect(commentsOn(pull)).toHaveLength(1);
  });

  it('where it touches a README while something is missing', async () => {
    const pull = await openPullRequest(flow, { 'README.md': `${HALF['README.md']}\nA word.\n` });
    await run(pull);
    expect(commentsOn(pull)[0]).toContain('changes no verdict');
  });

  it('where it deletes the only README', async () => {
    const pull = await openPullRequest(flow, { 'README.md': null });
    await run(pull);
    expect(commentsOn(pull)[0]).toContain('takes away `README.md`');
  });

  it('where it renames the README: it is compared with what it was', async () => {
    const pull = await openPullRequest(flow, { 'README.md': null, 'docs/README.md': MORE['README.md'] });
    await run(pull);
    expect(commentsOn(pull)[0]).toContain('newly documents “Decisions”');
    expect(commentsOn(pull)[0]).not.toContain('New with this pull request');
  });

  it('where it deletes a README of another name that the settings list', async () => {
    const other = {
      'projects/story.md': HALF['README.md'],
      [CONFIG]: 'readmes: [README.md, projects/story.md]',
    };
    await flow.push('main', other);
    const pull = await openPullRequest(flow, { 'projects/story.md': null });
    await run(pull);
    expect(commentsOn(pull)[0]).toContain('No longer there: `projects/story.md`');
  });
});

describe('a pull request gets none, and costs no more than that is worth', () => {
  it('where it touches no README and nothing that one is judged with', async () => {
    const pull = await openPullRequest(flow, { 'notes.txt': 'x' });
    await run(pull);
    await pull.commit({ 'notes.txt': 'y' });
    expect(await askedBy(pull)).toEqual(LOOKED);
    expect(commentsOn(pull)).toEqual([]);
  });

  it('where all is documented before and after', async () => {
    await flow.push('main', WHOLE);
    const pull = await openPullRequest(flow, { 'README.md': `${WHOLE['README.md']}\nA word.\n` });
    await run(pull);
    expect(commentsOn(pull)).toEqual([]);
  });

  it.each([
    ['as a draft', { draft: true }],
    ['of a bot', { author: 'helpful[bot]' }],
  ])('%s', async (_, options) => {
    const pull = await openPullRequest(flow, MORE, options);
    expect(await askedBy(pull)).toEqual(['readTree', 'readBlob', 'createCheckRun', 'readPullRequest']);
    expect(commentsOn(pull)).toEqual([]);
  });

  it('with `comments: false`', async () => {
    await flow.push('main', { [CONFIG]: 'comments: false\n' });
    const pull = await openPullRequest(flow, MORE);
    expect(await askedBy(pull)).toEqual(['readTree', 'readBlob', 'createCheckRun']);
  });

  it('where it was closed, or moved on, since its job began', async () => {
    const closed = await openPullRequest(flow, MORE);
    flow.hub.beforeNext('createCheckRun', () => flow.hub.closePullRequest(closed.issueNumber));
    await run(closed);
    const moved = await openPullRequest(flow, HALF, { branch: 'other' });
    flow.hub.beforeNext('readPullRequest', async () => void (await moved.commit(MORE)));
    await run(moved);
    expect([...commentsOn(closed), ...commentsOn(moved)]).toEqual([]);
  });

  it('where it has nothing in common with its base', async () => {
    flow.hub.commitOrphan('alone', WHOLE);
    const pull = await openPullRequest(flow, MORE, { branch: 'alone' });
    await run(pull);
    expect(flow.hub.checkRunsOn(pull.head)).toHaveLength(1);
    expect(commentsOn(pull)).toEqual([]);
  });
});

describe('the comment of a pull request', () => {
  it('of a draft is kept true once somebody asked for it', async () => {
    const pull = await openPullRequest(flow, HALF, { draft: true });
    await flow.worker.run((await say(flow, pull)).job);
    await pull.commit(MORE);
    await run(pull);
    expect(commentsOn(pull)).toHaveLength(2);
    expect(commentsOn(pull)[1]).toContain('newly documents “Decisions”');
  });

  it('follows a new base', async () => {
    flow.hub.commit('old', { 'notes.txt': 'x' });
    await flow.push('main', MORE);
    const pull = await openPullRequest(flow, WHOLE);
    await run(pull);
    expect(commentsOn(pull)[0]).not.toContain('“Decisions”');
    flow.hub.retargetPullRequest(pull.issueNumber, 'old');
    const looked = ['readTree', 'readPullRequest', 'compare', 'readTree'];
    expect(await askedBy(pull)).toEqual([...looked, 'updateComment']);
    expect(commentsOn(pull)).toEqual([expect.stringContaining('“Decisions”')]);
  });

  it('is left alone where the pull request was closed and opened again', async () => {
    const pull = await openPullRequest(flow, MORE);
    await run(pull);
    expect(await askedBy(pull)).toEqual(['readTree', 'readPullRequest', 'compare', 'readTree']);
    expect(commentsOn(pull)).toHaveLength(1);
  });

  it('follows a force-push', async () => {
    const pull = await openPullRequest(flow, MORE);
    await run(pull);
    await pull.commit(HALF);
    await run(pull);
    expect(commentsOn(pull)).toHaveLength(1);
    expect(commentsOn(pull)[0]).not.toContain('newly documents');
  });
});

describe('a pull request that edits the settings', () => {
  const PREVIEW = 'What your change of the settings would do';

  it('gets a preview: these verdicts now, these with the change', async () => {
    const settings = 'accept:\n  failures: It is a week old.\n';
    const pull = await openPullRequest(flow, { [CONFIG]: settings });
    await run(pull);
    expect(commentsOn(pull)[0]).toContain(PREVIEW);
    expect(commentsOn(pull)[0]).toContain('What did not work: ○ missing → ◉ accepted');
  });

  it('is told of a mistake in it', async () => {
    const pull = await openPullRequest(flow, { [CONFIG]: 'enforced: true\n' });
    await run(pull);
    expect(commentsOn(pull)[0]).toContain('Merged like this, it would be left aside');
  });

  it('is not one that is only behind the default branch', async () => {
    const pull = await openPullRequest(flow, MORE);
    await flow.push('main', { [CONFIG]: 'enforce: true\n' });
    await run(pull);
    expect(commentsOn(pull)[0]).not.toContain(PREVIEW);
  });
});
