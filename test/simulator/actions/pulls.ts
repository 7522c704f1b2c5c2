import { mergeBase, treeOf } from '../git/changes.ts';
import { mergeTrees } from '../git/files.ts';
import type { PullRequestChange, Push } from '../state/changes.ts';
import type { Account, PullRequest, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { type IssueFacts, newIssue } from './issues.ts';
import { moveBranch, writeCommit } from './pushes.ts';

export interface PullFacts extends IssueFacts {
  readonly draft: boolean;
  readonly base: { readonly branch: string; readonly sha: string };
  readonly head: { readonly repository: Repository; readonly branch: string; readonly sha: string };
}

export function openPull(world: World, repository: Repository, facts: PullFacts): PullRequestChange {
  const { draft, base, head } = facts;
  const id = world.counters.next('pull');
  const pull = { id, draft, mergedAs: null, base: { ...base }, head: { ...head } };
  const request: PullRequest = { ...newIssue(world, repository, facts), pull };
  repository.issues.set(request.number, request);
  return { repository, request, action: 'opened', sender: facts.author };
}

export type PullAction = 'closed' | 'reopened' | 'ready_for_review' | 'converted_to_draft';

/** Closes, reopens, readies or drafts a pull request. One that is reopened takes its branch's head of now. */
export function changePull(
  world: World,
  repository: Repository,
  request: PullRequest,
  action: PullAction,
  sender: Account,
): PullRequestChange {
  const { pull } = request;
  if (action === 'closed' || action === 'reopened') {
    request.state = action === 'closed' ? 'closed' : 'open';
    request.closedAt = action === 'closed' ? world.clock.now() : null;
    const { repository: home, branch } = pull.head;
    if (action === 'reopened') pull.head.sha = home.branches.get(branch) ?? pull.head.sha;
  } else {
    pull.draft = action === 'converted_to_draft';
  }
  request.updatedAt = world.clock.now();
  return { repository, request, action, sender };
}

/** What is absent stays as it is. */
export interface PullEdit {
  readonly title?: string;
  readonly body?: string;
  /** The branch it shall be merged into. */
  readonly base?: { readonly branch: string; readonly sha: string };
}

/** Changes title, body or base branch, which is one event. */
export function editPull(
  world: World,
  repository: Repository,
  request: PullRequest,
  edit: PullEdit,
  sender: Account,
): PullRequestChange {
  const { title = request.title, body = request.body, base = request.pull.base } = edit;
  const former = {
    ...(title !== request.title && { title: request.title }),
    ...(body !== request.body && { body: request.body ?? '' }),
    ...(base.branch !== request.pull.base.branch && { base: request.pull.base }),
  };
  Object.assign(request, { title, body, updatedAt: world.clock.now() });
  request.pull.base = base;
  return { repository, request, action: 'edited', sender, former };
}

/** *Merge pull request*: a merge commit on the base branch, whose push comes first, and the closing. Conflicts go to the head. */
export function mergePull(
  world: World,
  repository: Repository,
  request: PullRequest,
  sender: Account,
): { push: Push; change: PullRequestChange } {
  const { objects } = repository;
  const { base, head } = request.pull;
  const into = repository.branches.get(base.branch) ?? base.sha;
  const middle = mergeBase(objects, into, head.sha) ?? into;
  const trees = {
    into: treeOf(objects, into),
    before: treeOf(objects, middle),
    after: treeOf(objects, head.sha),
  };
  const from = `${head.repository.owner.login}/${head.branch}`;
  const message = `Merge pull request #${request.number} from ${from}\n\n${request.title}`;
  const tree = mergeTrees(objects, trees);
  const parents = [into, head.sha];
  const sha = writeCommit(world, repository, { tree, parents, message, author: sender });
  request.pull.mergedAs = sha;
  const push = moveBranch(world, repository, base.branch, sha, sender);
  return { push, change: changePull(world, repository, request, 'closed', sender) };
}
