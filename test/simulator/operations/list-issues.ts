import { type Answer, ok } from '../answer.ts';
import type { Call, RepositoryCall } from '../operation.ts';
import { issueShape } from '../shapes/issue.ts';
import type { Issue, Repository } from '../state/records.ts';
import { pageOf } from './pagination.ts';

/** Filters that GitHub has and the simulator does not: ignored, they would let an app see too much and pass. */
const NOT_SIMULATED = ['milestone', 'assignee', 'type', 'mentioned', 'labels'];

/** docs.github.com/en/rest/issues/issues#list-repository-issues: pull requests too, open ones unless told. */
export function listIssues(call: RepositoryCall): Answer {
  const { world, repository, query } = call;
  const strange = NOT_SIMULATED.find(name => query[name] !== undefined);
  if (strange !== undefined) throw new Error(`The simulator does not filter issues by ${strange}`);
  const listed = [...repository.issues.values()].filter(issue => isWanted(repository, issue, query));
  const { items, headers } = pageOf(call, sorted(repository, listed, query));
  return { ...ok(items.map(item => issueShape(world, repository, item))), headers };
}

function isWanted(repository: Repository, issue: Issue, query: Call['query']): boolean {
  const { state = 'open', creator, since } = query;
  if (issue.pull === null && !repository.hasIssues) return false;
  if (state !== 'all' && issue.state !== state) return false;
  if (since !== undefined && issue.updatedAt.getTime() < Date.parse(since)) return false;
  return creator === undefined || issue.author.login.toLowerCase() === creator.toLowerCase();
}

/** By `created`, newest first, unless told. */
function sorted(repository: Repository, issues: readonly Issue[], query: Call['query']): Issue[] {
  const { sort = 'created', direction = 'desc' } = query;
  const keyOf = (issue: Issue): number => {
    if (sort === 'updated') return issue.updatedAt.getTime();
    if (sort === 'created') return issue.createdAt.getTime();
    return [...repository.comments.values()].filter(comment => comment.issueNumber === issue.number).length;
  };
  const ascending = [...issues].sort((one, other) => keyOf(one) - keyOf(other));
  return direction === 'desc' ? ascending.reverse() : ascending;
}
