import { openRun } from '../actions/checks.ts';
import { type Answer, created, notFound, ok, Refusal, validationFailed } from '../answer.ts';
import type { Operation, RepositoryCall } from '../operation.ts';
import { enforceCheckRunLimits } from '../rules/check-run-limits.ts';
import { annotationShape, checkRunShape } from '../shapes/check-run.ts';
import { latestOfEachName, runsOfSuite } from '../state/check-suites.ts';
import type { Annotation, CheckRun, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { type AnnotationBody, CheckRunBody } from './check-run-body.ts';
import { commitAsked } from './commit-asked.ts';
import { pageOf } from './pagination.ts';

const CHECKS_READ = [{ checks: 'read' }];
const CHECKS_WRITE = [{ checks: 'write' }];

/** docs.github.com/en/rest/checks/runs */
export const checkRunOperations: readonly Operation[] = [
  { id: 'checks/create', caller: 'repository', permissions: CHECKS_WRITE, handle: createCheckRun },
  { id: 'checks/update', caller: 'repository', permissions: CHECKS_WRITE, handle: updateCheckRun },
  {
    id: 'checks/get',
    caller: 'repository',
    permissions: CHECKS_READ,
    handle: call => ok(checkRunShape(call.world, call.repository, checkRunAsked(call))),
  },
  {
    id: 'checks/list-annotations',
    caller: 'repository',
    permissions: CHECKS_READ,
    handle(call) {
      const run = checkRunAsked(call);
      const { items, headers } = pageOf(call, run.annotations);
      return { ...ok(items.map(item => annotationShape(call.world, call.repository, run, item))), headers };
    },
  },
  {
    id: 'checks/list-for-ref',
    caller: 'repository',
    permissions: CHECKS_READ,
    handle(call) {
      const sha = commitAsked(call);
      const runs = [...call.repository.checkRuns.values()].filter(run => run.headSha === sha);
      return listRuns(call, runs);
    },
  },
  {
    id: 'checks/list-for-suite',
    caller: 'repository',
    permissions: CHECKS_READ,
    handle(call) {
      const suite = call.repository.checkSuites.get(Number(call.params['check_suite_id']));
      if (suite === undefined) throw notFound();
      return listRuns(call, runsOfSuite(call.repository, suite));
    },
  },
];

function createCheckRun({ world, repository, body }: RepositoryCall): Answer {
  const asked = CheckRunBody.parse(body);
  const { name = '', head_sha: headSha = '' } = asked;
  if (repository.objects.commit(headSha) === undefined) {
    throw validationFailed('CheckRun', 'head_sha', `No commit found for SHA: ${headSha}`);
  }
  enforceCheckRunLimits(asked, world.limits);
  const run = openRun(world, repository, world.app, name, headSha);
  apply(world, run, asked);
  touchSuite(world, repository, run);
  dropOldestOfName(world, repository, run);
  return created(checkRunShape(world, repository, run));
}

function updateCheckRun(call: RepositoryCall): Answer {
  const { world, repository } = call;
  const run = checkRunAsked(call);
  // rest/checks/runs: a check run is changed by the app that made it; GitHub's words for others.
  if (run.app.id !== world.app.id) {
    const rule = 'check run can only be modified by the GitHub App that created it.';
    throw new Refusal(403, `Invalid app_id \`${world.app.id}\` - ${rule}`);
  }
  const asked = CheckRunBody.parse(call.body);
  enforceCheckRunLimits(asked, world.limits);
  apply(world, run, asked);
  touchSuite(world, repository, run);
  return ok(checkRunShape(world, repository, run));
}

function apply(world: World, run: CheckRun, asked: CheckRunBody): void {
  run.name = asked.name ?? run.name;
  run.externalId = asked.external_id ?? run.externalId;
  run.detailsUrl = asked.details_url ?? run.detailsUrl;
  run.startedAt = asked.started_at === undefined ? run.startedAt : new Date(asked.started_at);
  run.actions = asked.actions ?? run.actions;
  if (asked.status !== undefined && asked.status !== 'completed') {
    run.status = asked.status;
    run.conclusion = null;
    run.completedAt = null;
  }
  if (asked.conclusion !== undefined) {
    // "Providing conclusion will automatically set the status parameter to completed."
    run.status = 'completed';
    run.conclusion = asked.conclusion;
    run.completedAt = asked.completed_at === undefined ? world.clock.now() : new Date(asked.completed_at);
  }
  if (asked.output === undefined) return;
  const { title, summary, text, annotations = [] } = asked.output;
  run.output = { title: title ?? run.output.title, summary, text: text ?? null };
  // "Each time you update the check run, annotations are appended" (rest/checks/runs): a repeated PATCH doubles them.
  for (const annotation of annotations) run.annotations.push(annotationRecord(annotation));
}

/** The app answered: a re-requested suite is queued no longer. */
function touchSuite(world: World, repository: Repository, run: CheckRun): void {
  const suite = repository.checkSuites.get(run.suiteId);
  if (suite === undefined) return;
  suite.requeued = false;
  suite.updatedAt = world.clock.now();
}

function annotationRecord(annotation: AnnotationBody): Annotation {
  return {
    path: annotation.path,
    start_line: annotation.start_line,
    end_line: annotation.end_line,
    start_column: annotation.start_column ?? null,
    end_column: annotation.end_column ?? null,
    annotation_level: annotation.annotation_level,
    title: annotation.title ?? null,
    message: annotation.message,
    raw_details: annotation.raw_details ?? null,
  };
}

/** Newest first; `filter=latest`, the default, shows one run for each name. */
function listRuns(call: RepositoryCall, runs: readonly CheckRun[]): Answer {
  const { check_name: name, status, app_id: appId, filter } = call.query;
  const wanted = runs.filter(run => {
    if (name !== undefined && run.name !== name) return false;
    if (status !== undefined && run.status !== status) return false;
    return appId === undefined || run.app.id === Number(appId);
  });
  const listed = filter === 'all' ? [...wanted].sort((a, b) => b.id - a.id) : latestOfEachName(wanted);
  const { items, headers } = pageOf(call, listed);
  const check_runs = items.map(run => checkRunShape(call.world, call.repository, run));
  return { ...ok({ total_count: listed.length, check_runs }), headers };
}

/** "GitHub keeps 1,000 check runs of one name in a suite and deletes older ones" (rest/checks/runs). */
function dropOldestOfName(world: World, repository: Repository, newest: CheckRun): void {
  const sameName = [...repository.checkRuns.values()].filter(
    run => run.suiteId === newest.suiteId && run.name === newest.name,
  );
  const [oldest] = sameName;
  const tooMany = sameName.length > world.limits.checkRunsPerName;
  if (oldest !== undefined && tooMany) repository.checkRuns.delete(oldest.id);
}

function checkRunAsked({ repository, params }: RepositoryCall): CheckRun {
  const run = repository.checkRuns.get(Number(params['check_run_id']));
  if (run === undefined) throw notFound();
  return run;
}
