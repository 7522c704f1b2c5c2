import { describe, expect, it } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import type { Job } from '../../src/jobs.ts';
import type { GitHub } from '../../src/ports.ts';
import { INTENT_MS } from '../../src/workflow/publishing/under-way.ts';
import { openPullRequest, runToEnd, say } from './people.ts';
import { MAIN, startWorkflow, type Workflow } from './start-workflow.ts';

const OUTAGE = new ShowworkError('GITHUB_UNAVAILABLE', 'no answer');
const README = (line: string) => ({ 'README.md': `# Churn\n\n${line}\n` });

/** A job that is about to run, and the numbers of the threads in which it may be told. */
interface Scene {
  readonly flow: Workflow;
  readonly job: Job;
  readonly thread: { readonly issueNumber: number; readonly isPullRequest: boolean };
}

async function onPullRequest(text: string | null): Promise<Scene> {
  const flow = await startWorkflow();
  await flow.push('main', README('Documented: problem'));
  const thread = await openPullRequest(flow, README('Documented: problem, approach'));
  if (text === null) return { flow, thread, job: await thread.job() };
  await flow.worker.run(await thread.job());
  return { flow, thread, job: (await say(flow, { ...thread, text })).job };
}

async function withDashboard(): Promise<Scene> {
  const flow = await startWorkflow();
  const thread = { issueNumber: flow.hub.openIssue(), isPullRequest: false };
  const settings = { '.github/showwork.yml': 'dashboard: true\n' };
  const head = flow.hub.commit('main', { ...README('Documented: problem'), ...settings });
  return { flow, thread, job: await flow.accept(MAIN, head) };
}

async function ticked(): Promise<Scene> {
  const { flow, thread, job } = await withDashboard();
  await flow.worker.run(job);
  flow.hub.commit('main', README('Documented: problem, approach'));
  const { repository } = flow.hub;
  return {
    flow,
    thread,
    job: await flow.instruct({ kind: 'dashboard-ticked', repository, issueNumber: 2 }),
  };
}

const SCENES: Readonly<Record<string, () => Promise<Scene>>> = {
  'a pull request': () => onPullRequest(null),
  '/review': () => onPullRequest('/review'),
  '/review help': () => onPullRequest('/review help'),
  '/review accept': () => onPullRequest('/review accept failures because it is young'),
  '/review as': () => onPullRequest('/review as ml-pipeline'),
  'a push with a dashboard': withDashboard,
  'a ticked box': ticked,
};

/** What people see; a reaction is a courtesy, and may be missing. */
function seen({ flow: { hub }, thread }: Scene) {
  return {
    runs: hub.checkRuns.map(({ headSha, conclusion, summary }) => ({ headSha, conclusion, summary })),
    comments: hub.commentsOn(thread),
    folded: hub.foldedOn(thread),
    issues: hub.issues(),
  };
}

/** Lets the `index`th of these calls fail, the others of its name not. */
function failAt({ hub }: Workflow, calls: readonly (keyof GitHub)[], index: number, carriedOut: boolean) {
  const call = calls[index];
  if (call === undefined) throw new RangeError(`no call ${index}`);
  for (const earlier of calls.slice(0, index)) if (earlier === call) hub.beforeNext(call, () => {});
  hub.failNext(call, OUTAGE, { carriedOut });
}

describe.each(Object.entries(SCENES))('%s', (_, begin) => {
  it.each([true, false])(
    'shows the same wherever it is interrupted (GitHub did it: %s)',
    async carriedOut => {
      const whole = await begin();
      const calls = await whole.flow.asked(() => runToEnd(whole.flow, whole.job));
      const expected = seen(whole);
      await whole.flow.close();
      for (const [index, call] of calls.entries()) {
        const scene = await begin();
        failAt(scene.flow, calls, index, carriedOut);
        await scene.flow.worker.run(scene.job).catch(() => {});
        scene.flow.clock.advance(INTENT_MS + 1);
        await runToEnd(scene.flow, scene.job);
        expect({ interruptedAt: call, ...seen(scene) }).toEqual({ interruptedAt: call, ...expected });
        await scene.flow.close();
      }
    },
  );
});
