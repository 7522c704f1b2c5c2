import { type Answer, notFound, ok, Refusal } from '../answer.ts';
import { commitsBetween, fileChanges, mergeBase } from '../git/changes.ts';
import type { Operation, RepositoryCall } from '../operation.ts';
import { commitShape } from '../shapes/commit.ts';
import { fileChangeShape } from '../shapes/file-change.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from '../shapes/repository.ts';
import { resolveCommit } from '../state/refs.ts';
import { networkOf } from '../state/repositories.ts';
import { pageOf } from './pagination.ts';

/** docs.github.com/en/rest/commits/commits#compare-two-commits, which Octokit calls `compareCommitsWithBasehead`. */
export const compareOperations: readonly Operation[] = [
  {
    id: 'repos/compare-commits',
    caller: 'repository',
    permissions: [{ contents: 'read' }],
    handle: compare,
  },
];

function compare(call: RepositoryCall): Answer {
  const { world, repository } = call;
  const { objects } = repository;
  const { basehead = '' } = call.params;
  const [base, head] = sidesAsked(call, basehead);
  const middle = mergeBase(objects, base, head);
  if (middle === undefined) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);

  const ahead = commitsBetween(objects, base, head);
  const behind = commitsBetween(objects, head, base);
  const { items, headers, isFirst } = pageOfCommits(call, ahead);
  const html = `${repositoryHtmlUrl(world, repository)}/compare/${basehead}`;
  const changes = fileChanges(objects, middle, head).slice(0, world.limits.compareFiles);
  const body = {
    url: `${repositoryApiUrl(world, repository)}/compare/${basehead}`,
    html_url: html,
    permalink_url: `${repositoryHtmlUrl(world, repository)}/compare/${base}...${head}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitShape(world, repository, base),
    merge_base_commit: commitShape(world, repository, middle),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: items.map(sha => commitShape(world, repository, sha)),
    // "The list of changed files is only shown on the first page of results."
    ...(isFirst && { files: changes.map(change => fileChangeShape(world, repository, head, change)) }),
  };
  return { ...ok(body), headers };
}

/** Oldest first; without paging the newest 250, of which the last is the head. */
function pageOfCommits(call: RepositoryCall, commits: readonly string[]) {
  const { query, world } = call;
  if (query['page'] === undefined && query['per_page'] === undefined) {
    return { items: commits.slice(-world.limits.compareCommits), headers: {}, isFirst: true };
  }
  return { ...pageOf(call, commits), isFirst: (query['page'] ?? '1') === '1' };
}

/** Base and head commit. Fails with 404 where one of them is not there. */
function sidesAsked(call: RepositoryCall, basehead: string): [string, string] {
  const [, base, head] = /^(.+?)\.\.\.(.+)$/.exec(basehead) ?? [];
  return [commitOfSide(call, base), commitOfSide(call, head)];
}

/**
 * A branch, a tag or a commit id, of the repository itself or, as `owner:branch`, of another one of its network. Commits
 * of forks are reached through the repository by their ids.
 */
function commitOfSide({ world, repository }: RepositoryCall, side = ''): string {
  const [, owner, ref = side] = /^([^:]+):(.+)$/.exec(side) ?? [];
  const home =
    owner === undefined
      ? repository
      : networkOf(world, repository).find(other => other.owner.login.toLowerCase() === owner.toLowerCase());
  const sha = home && resolveCommit(home, ref);
  if (sha === undefined) throw notFound();
  return sha;
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
