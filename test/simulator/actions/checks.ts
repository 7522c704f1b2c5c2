import type { CheckRunChange, CheckSuiteChange } from '../state/changes.ts';
import { suiteFor } from '../state/check-suites.ts';
import type { Account, App, CheckRun, CheckSuite, Repository } from '../state/records.ts';
import { accountNamed, type World } from '../state/world.ts';

/** A queued run with nothing in it, in its app's suite on the commit. */
export function openRun(
  world: World,
  repository: Repository,
  app: App,
  name: string,
  headSha: string,
): CheckRun {
  // A commit that only a fork's branch holds belongs to no branch of this repository.
  const headBranch = [...repository.branches].find(([, sha]) => sha === headSha)?.[0] ?? null;
  const suite = suiteFor(world, repository, app, headSha, { headBranch, before: null });
  const run: CheckRun = {
    id: world.counters.next('checkRun'),
    app,
    suiteId: suite.id,
    headSha,
    name,
    externalId: '',
    detailsUrl: `${world.htmlUrl}/apps/${app.slug}`,
    status: 'queued',
    conclusion: null,
    startedAt: world.clock.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  repository.checkRuns.set(run.id, run);
  return run;
}

/** *Re-run* of one check: its suite is queued again, the run itself stays as it is until its app changes it. */
export function rerequestRun(
  world: World,
  repository: Repository,
  run: CheckRun,
  sender: Account,
): CheckRunChange {
  const suite = repository.checkSuites.get(run.suiteId);
  if (suite !== undefined) requeue(world, suite);
  return { repository, run, action: 'rerequested', sender };
}

/** *Re-run all checks* of the app on a commit. */
export function rerequestSuite(
  world: World,
  repository: Repository,
  headSha: string,
  sender: Account,
): CheckSuiteChange {
  const suite = suiteFor(world, repository, world.app, headSha, { headBranch: null, before: null });
  requeue(world, suite);
  return { repository, suite, action: 'rerequested', sender };
}

/** A finished run of some other app, which ours must leave alone. */
export function addForeignRun(world: World, repository: Repository, name: string, headSha: string): CheckRun {
  const app = otherApp(world);
  const run = openRun(world, repository, app, name, headSha);
  run.status = 'completed';
  run.conclusion = 'success';
  run.completedAt = world.clock.now();
  return run;
}

function otherApp(world: World): App {
  const owner = accountNamed(world, 'other-owner', 'Organization');
  const bot = accountNamed(world, 'other[bot]');
  const permissions = { checks: 'write', metadata: 'read' };
  return { ...world.app, id: world.app.id + 1, slug: 'other', name: 'Other', owner, bot, permissions };
}

function requeue(world: World, suite: CheckSuite): void {
  suite.requeued = true;
  suite.updatedAt = world.clock.now();
}
