import { instant } from '../clock.ts';
import { commitsBetween } from '../git/changes.ts';
import { changesOfPull } from '../state/pulls.ts';
import type { PullRequest, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { nodeId, userShape } from './account.ts';
import { repositoryApiUrl, repositoryHtmlUrl, repositoryShape } from './repository.ts';

/** A pull request as check runs name it. */
export function pullMinimalShape(world: World, repository: Repository, request: PullRequest) {
  const { head, base } = request.pull;
  return {
    id: request.pull.id,
    number: request.number,
    url: `${repositoryApiUrl(world, repository)}/pulls/${request.number}`,
    head: { ref: head.branch, sha: head.sha, repo: repositoryMinimal(world, head.repository) },
    base: { ref: base.branch, sha: base.sha, repo: repositoryMinimal(world, repository) },
  };
}

/** A pull request in lists. */
export function pullListShape(world: World, repository: Repository, request: PullRequest) {
  const { number, pull, author } = request;
  const api = repositoryApiUrl(world, repository);
  const url = `${api}/pulls/${number}`;
  const issueUrl = `${api}/issues/${number}`;
  const html = `${repositoryHtmlUrl(world, repository)}/pull/${number}`;
  const addresses = {
    self: url,
    html,
    issue: issueUrl,
    comments: `${issueUrl}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${pull.head.sha}`,
  };
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueUrl,
    number,
    state: request.state,
    locked: false,
    title: request.title,
    user: userShape(world, author),
    body: request.body,
    created_at: instant(request.createdAt),
    updated_at: instant(request.updatedAt),
    closed_at: request.closedAt && instant(request.closedAt),
    merged_at: pull.mergedAs !== null && request.closedAt ? instant(request.closedAt) : null,
    merge_commit_sha: pull.mergedAs,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.draft,
    commits_url: addresses.commits,
    review_comments_url: addresses.review_comments,
    review_comment_url: addresses.review_comment,
    comments_url: addresses.comments,
    statuses_url: addresses.statuses,
    head: sideShape(world, pull.head.repository, pull.head),
    base: sideShape(world, repository, pull.base),
    _links: linksTo(addresses),
    author_association: author.id === repository.owner.id ? 'OWNER' : 'CONTRIBUTOR',
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request by itself and in webhooks. Added and deleted lines are not counted: always 0. */
export function pullShape(world: World, repository: Repository, request: PullRequest) {
  const { objects } = repository;
  const { base, head, mergedAs } = request.pull;
  return {
    ...pullListShape(world, repository, request),
    merged: mergedAs !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: mergedAs === null ? null : userShape(world, repository.owner),
    comments: [...repository.comments.values()].filter(comment => comment.issueNumber === request.number)
      .length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsBetween(objects, base.sha, head.sha).length,
    additions: 0,
    deletions: 0,
    changed_files: changesOfPull(repository, request).length,
  };
}

function sideShape(
  world: World,
  repository: Repository,
  side: { readonly branch: string; readonly sha: string },
) {
  return {
    label: `${repository.owner.login}:${side.branch}`,
    ref: side.branch,
    sha: side.sha,
    user: userShape(world, repository.owner),
    repo: repositoryShape(world, repository),
  };
}

function repositoryMinimal(world: World, repository: Repository) {
  return { id: repository.id, url: repositoryApiUrl(world, repository), name: repository.name };
}

function linksTo<T extends Record<string, string>>(addresses: T): Record<keyof T, { href: string }> {
  const links: Record<string, { href: string }> = {};
  for (const [name, href] of Object.entries(addresses)) links[name] = { href };
  return links as Record<keyof T, { href: string }>;
}
