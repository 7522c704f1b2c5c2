import { changedPaths } from '../git/changes.ts';
import { installationShape, nodeId, userShape } from '../shapes/account.ts';
import { checkRunShape, checkSuiteShape } from '../shapes/check-run.ts';
import { simpleCommitShape } from '../shapes/commit.ts';
import { pullShape } from '../shapes/pull-request.ts';
import { repositoryHtmlUrl, repositoryNameShape, repositoryShape } from '../shapes/repository.ts';
import type { PullRequestChange } from '../simulated-repository.ts';
import { installationOn } from '../state/installations.ts';
import type { Push } from '../state/pushes.ts';
import type { Account, CheckRun, Installation, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** An event ready to be delivered. `payload` is what GitHub would send as JSON. */
export interface WebhookEvent {
  readonly event: string;
  readonly payload: object;
}

/** docs.github.com/en/webhooks/webhook-events-and-payloads#push */
export function pushEvent(world: World, push: Push): WebhookEvent {
  const { repository, ref, before, after } = push;
  const commits = push.commits
    .slice(-world.limits.pushCommits)
    .map(sha => pushedCommit(world, repository, sha));
  const html = repositoryHtmlUrl(world, repository);
  const owner = {
    ...userShape(world, repository.owner),
    name: repository.owner.login,
    email: emailOf(push.pusher),
  };
  const payload = {
    ref,
    before,
    after,
    // Times as numbers and the address people use: the push event differs from all others in these.
    repository: {
      ...repositoryShape(world, repository),
      owner,
      url: html,
      created_at: seconds(repository.createdAt),
      pushed_at: seconds(push.pushedAt),
      stargazers: 0,
      master_branch: repository.defaultBranch,
    },
    pusher: { name: push.pusher.login, email: emailOf(push.pusher) },
    ...commonParts(world, repository, push.pusher),
    created: push.created,
    deleted: push.deleted,
    forced: push.forced,
    base_ref: null,
    compare: `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits,
    head_commit: push.deleted ? null : pushedCommit(world, repository, after),
  };
  return { event: 'push', payload };
}

/** docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
export function pullRequestEvent(world: World, change: PullRequestChange): WebhookEvent {
  const { repository, request, action, sender, before, after } = change;
  const payload = {
    action,
    number: request.number,
    pull_request: pullShape(world, repository, request),
    ...(before !== undefined && after !== undefined ? { before, after } : {}),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender),
  };
  return { event: 'pull_request', payload };
}

/** docs.github.com/en/webhooks/webhook-events-and-payloads#check_run */
export function checkRunEvent(
  world: World,
  repository: Repository,
  run: CheckRun,
  action: 'created' | 'completed' | 'rerequested' | { readonly requested: string },
  sender: Account,
): WebhookEvent {
  const suite = repository.checkSuites.get(run.suiteId);
  const check_run = {
    ...checkRunShape(world, repository, run),
    check_suite: suite && checkSuiteShape(world, repository, suite),
  };
  const payload = {
    action: typeof action === 'string' ? action : 'requested_action',
    check_run,
    ...(typeof action === 'string' ? {} : { requested_action: { identifier: action.requested } }),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender),
  };
  return { event: 'check_run', payload };
}

/** docs.github.com/en/webhooks/webhook-events-and-payloads#installation */
export function installationEvent(
  world: World,
  installation: Installation,
  action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted',
  repositories: readonly Repository[],
): WebhookEvent {
  const payload = {
    action,
    installation: installationShape(world, installation),
    repositories: repositories.map(repositoryNameShape),
    requester: null,
    sender: userShape(world, installation.account),
  };
  return { event: 'installation', payload };
}

/** What every event of a repository ends with. */
function commonParts(world: World, repository: Repository, sender: Account) {
  const installation = installationOn(world, repository);
  return {
    ...(repository.owner.type === 'Organization' && {
      organization: organizationShape(world, repository.owner),
    }),
    sender: userShape(world, sender),
    ...(installation && {
      installation: {
        id: installation.id,
        node_id: nodeId('IntegrationInstallation', installation.id),
      },
    }),
  };
}

function organizationShape(world: World, account: Account) {
  const url = `${world.apiUrl}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('Organization', account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.htmlUrl}/avatars/u/${account.id}`,
    description: '',
  };
}

function pushedCommit(world: World, repository: Repository, sha: string) {
  const { author, committer, ...commit } = simpleCommitShape(repository, sha);
  const parent = repository.objects.commit(sha)?.parents[0] ?? null;
  return {
    ...commit,
    distinct: true,
    url: `${repositoryHtmlUrl(world, repository)}/commit/${sha}`,
    author: { ...author, username: author.name },
    committer: { ...committer, username: committer.name },
    ...changedPaths(repository.objects, parent, sha),
  };
}

function emailOf(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
