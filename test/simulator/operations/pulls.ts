import { notFound, ok } from '../answer.ts';
import type { Call, Operation, RepositoryCall } from '../operation.ts';
import { fileChangeShape } from '../shapes/file-change.ts';
import { pullListShape, pullShape } from '../shapes/pull-request.ts';
import { changesOfPull, isPull, pullsOf } from '../state/pulls.ts';
import type { PullRequest } from '../state/records.ts';
import { pageOf } from './pagination.ts';

const PULLS_READ = [{ pull_requests: 'read' }];

/** docs.github.com/en/rest/pulls/pulls */
export const pullOperations: readonly Operation[] = [
  {
    id: 'pulls/get',
    caller: 'repository',
    permissions: PULLS_READ,
    handle: call => ok(pullShape(call.world, call.repository, pullAsked(call))),
  },
  {
    id: 'pulls/list',
    caller: 'repository',
    permissions: PULLS_READ,
    handle(call) {
      const listed = pullsOf(call.repository).filter(request => isWanted(request, call.query));
      const { items, headers } = pageOf(call, sorted(listed, call.query));
      return { ...ok(items.map(item => pullListShape(call.world, call.repository, item))), headers };
    },
  },
  {
    id: 'pulls/list-files',
    caller: 'repository',
    permissions: PULLS_READ,
    handle(call) {
      const { items, headers } = pageOf(call, filesOfPull(call, pullAsked(call)));
      return { ...ok(items), headers };
    },
  },
];

function isWanted(request: PullRequest, query: Call['query']): boolean {
  const { state = 'open', head, base } = query;
  const { pull } = request;
  if (state !== 'all' && request.state !== state) return false;
  if (base !== undefined && pull.base.branch !== base) return false;
  // "in the format of user:ref-name or organization:ref-name"
  return head === undefined || head === `${pull.head.repository.owner.login}:${pull.head.branch}`;
}

/** By `created`, newest first, unless told; `popularity` and `long-running` are not told apart from it. */
function sorted(requests: readonly PullRequest[], query: Call['query']): PullRequest[] {
  const { sort = 'created', direction = sort === 'created' ? 'desc' : 'asc' } = query;
  const timeOf = (request: PullRequest) =>
    (sort === 'updated' ? request.updatedAt : request.createdAt).getTime();
  const oldestFirst = [...requests].sort((one, other) => timeOf(one) - timeOf(other));
  return direction === 'desc' ? oldestFirst.reverse() : oldestFirst;
}

/** Changed files by path, since the pull request's branch left its base. */
function filesOfPull({ world, repository }: RepositoryCall, request: PullRequest): object[] {
  const { sha: head } = request.pull.head;
  return changesOfPull(repository, request).map(change => fileChangeShape(world, repository, head, change));
}

function pullAsked({ repository, params }: RepositoryCall): PullRequest {
  const issue = repository.issues.get(Number(params['pull_number']));
  if (!isPull(issue)) throw notFound();
  return issue;
}
