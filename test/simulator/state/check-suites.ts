import type { App, CheckRun, CheckSuite, Repository } from './records.ts';
import type { World } from './world.ts';

/** The order in which GitHub lets one run decide over its suite; what is not named here counts as success. */
const WORST_FIRST = ['failure', 'timed_out', 'cancelled', 'action_required', 'neutral', 'skipped'];

export interface SuiteOrigin {
  readonly headBranch: string | null;
  readonly before: string | null;
}

/** The suite of that app on the commit, made on first need: there is one per app and commit (rest/checks/suites). */
export function suiteFor(
  world: World,
  repository: Repository,
  app: App,
  headSha: string,
  origin: SuiteOrigin,
): CheckSuite {
  for (const suite of repository.checkSuites.values()) {
    if (suite.app.id === app.id && suite.headSha === headSha) return suite;
  }
  const now = world.clock.now();
  const id = world.counters.next('checkSuite');
  const suite = { id, app, headSha, ...origin, createdAt: now, updatedAt: now, requeued: false };
  repository.checkSuites.set(id, suite);
  return suite;
}

export function runsOfSuite(repository: Repository, suite: CheckSuite): CheckRun[] {
  return [...repository.checkRuns.values()].filter(run => run.suiteId === suite.id);
}

/** A suite has no state of its own: it follows from the latest run of each name. */
export function suiteState(repository: Repository, suite: CheckSuite) {
  const runs = latestOfEachName(runsOfSuite(repository, suite));
  if (suite.requeued || runs.length === 0) return { status: 'queued', conclusion: null };
  if (runs.some(run => run.status !== 'completed')) return { status: 'in_progress', conclusion: null };
  const worst = WORST_FIRST.find(conclusion => runs.some(run => run.conclusion === conclusion));
  return { status: 'completed', conclusion: worst ?? 'success' };
}

/** Newest first. */
export function latestOfEachName(runs: readonly CheckRun[]): CheckRun[] {
  const latest = new Map<string, CheckRun>();
  for (const run of runs) {
    const key = `${run.suiteId} ${run.name}`;
    const known = latest.get(key);
    if (known === undefined || run.id > known.id) latest.set(key, run);
  }
  return [...latest.values()].sort((one, other) => other.id - one.id);
}
