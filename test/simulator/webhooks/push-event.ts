import { changedPaths } from '../git/changes.ts';
import { userShape } from '../shapes/account.ts';
import { simpleCommitShape } from '../shapes/commit.ts';
import { repositoryHtmlUrl, repositoryShape } from '../shapes/repository.ts';
import type { Push } from '../state/changes.ts';
import { emailOf, type World } from '../state/world.ts';
import { commonParts, type WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#push */
export function pushEvent(world: World, push: Push): WebhookEvent {
  const { repository, ref, before, after, pusher } = push;
  const html = repositoryHtmlUrl(world, repository);
  const listed = push.commits.slice(-world.limits.pushCommits);
  const { owner } = repository;
  const payload = {
    ref,
    before,
    after,
    // Times as numbers, and the address for people: in these the push event differs from all others.
    repository: {
      ...repositoryShape(world, repository),
      owner: { name: owner.login, email: emailOf(owner), ...userShape(world, owner) },
      url: html,
      created_at: seconds(repository.createdAt),
      pushed_at: seconds(push.pushedAt),
      stargazers: 0,
      master_branch: repository.defaultBranch,
    },
    pusher: { name: pusher.login, email: emailOf(pusher) },
    ...commonParts(world, repository, pusher),
    created: push.created,
    deleted: push.deleted,
    forced: push.forced,
    base_ref: null,
    compare: `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: listed.map(sha => pushedCommit(world, push, sha)),
    head_commit: push.deleted ? null : pushedCommit(world, push, after),
  };
  return { event: 'push', payload };
}

function pushedCommit(world: World, { repository }: Push, sha: string) {
  const { author, committer, ...commit } = simpleCommitShape(repository, sha);
  const [parent = null] = repository.objects.commit(sha)?.parents ?? [];
  return {
    ...commit,
    distinct: true,
    url: `${repositoryHtmlUrl(world, repository)}/commit/${sha}`,
    author: { ...author, username: author.name },
    committer: { ...committer, username: committer.name },
    ...changedPaths(repository.objects, parent, sha),
  };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
