import { instant } from '../clock.ts';
import { runsOfSuite, suiteState } from '../state/check-suites.ts';
import { pullsAtHead } from '../state/pulls.ts';
import type { Annotation, CheckRun, CheckSuite, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { appShape, nodeId } from './account.ts';
import { simpleCommitShape } from './commit.ts';
import { pullMinimalShape } from './pull-request.ts';
import { repositoryApiUrl, repositoryHtmlUrl, repositoryShape } from './repository.ts';

export function checkRunShape(world: World, repository: Repository, run: CheckRun) {
  const url = `${repositoryApiUrl(world, repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${repositoryHtmlUrl(world, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: instant(run.startedAt),
    completed_at: run.completedAt && instant(run.completedAt),
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: appShape(world, run.app),
    pull_requests: pullsAtHead(repository, run.headSha).map(pull =>
      pullMinimalShape(world, repository, pull),
    ),
  };
}

export function checkSuiteShape(world: World, repository: Repository, suite: CheckSuite) {
  const url = `${repositoryApiUrl(world, repository)}/check-suites/${suite.id}`;
  const pulls = pullsAtHead(repository, suite.headSha);
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    ...suiteState(repository, suite),
    url,
    before: suite.before,
    after: suite.headSha,
    pull_requests: pulls.map(pull => pullMinimalShape(world, repository, pull)),
    app: appShape(world, suite.app),
    repository: repositoryShape(world, repository),
    created_at: instant(suite.createdAt),
    updated_at: instant(suite.updatedAt),
    head_commit: simpleCommitShape(repository, suite.headSha),
    latest_check_runs_count: runsOfSuite(repository, suite).length,
    check_runs_url: `${url}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
  };
}

export function annotationShape(world: World, repository: Repository, run: CheckRun, annotation: Annotation) {
  const blob = `${repositoryHtmlUrl(world, repository)}/blob/${run.headSha}/${annotation.path}`;
  return { ...annotation, blob_href: blob };
}
