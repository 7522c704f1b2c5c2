import { instant } from '../clock.ts';
import type { Comment, Issue, Reaction, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { appShape, nodeId, userShape } from './account.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

export function issueShape(world: World, repository: Repository, issue: Issue) {
  const api = repositoryApiUrl(world, repository);
  const url = `${api}/issues/${issue.number}`;
  const html = issueHtmlUrl(world, repository, issue);
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    user: userShape(world, issue.author),
    labels: [],
    state: issue.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: [...repository.comments.values()].filter(comment => comment.issueNumber === issue.number)
      .length,
    created_at: instant(issue.createdAt),
    updated_at: instant(issue.updatedAt),
    closed_at: issue.closedAt && instant(issue.closedAt),
    author_association: associationOf(repository, issue.author.login),
    active_lock_reason: null,
    body: issue.body,
    reactions: rollup(`${url}/reactions`, reactionsOf(repository, { kind: 'issue', number: issue.number })),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: issue.byApp ? appShape(world, world.app) : null,
    state_reason: issue.stateReason,
    ...(issue.pull && {
      draft: issue.pull.draft,
      pull_request: {
        url: `${api}/pulls/${issue.number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: issue.pull.mergedAs !== null && issue.closedAt ? instant(issue.closedAt) : null,
      },
    }),
  };
}

export function commentShape(world: World, repository: Repository, comment: Comment) {
  const api = repositoryApiUrl(world, repository);
  const url = `${api}/issues/comments/${comment.id}`;
  const issue = repository.issues.get(comment.issueNumber);
  const html = issue === undefined ? api : issueHtmlUrl(world, repository, issue);
  return {
    url,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issueNumber}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: userShape(world, comment.author),
    created_at: instant(comment.createdAt),
    updated_at: instant(comment.updatedAt),
    author_association: associationOf(repository, comment.author.login),
    body: comment.body,
    reactions: rollup(`${url}/reactions`, reactionsOf(repository, { kind: 'comment', id: comment.id })),
    performed_via_github_app: comment.byApp ? appShape(world, world.app) : null,
  };
}

export function reactionShape(world: World, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: nodeId('Reaction', reaction.id),
    user: userShape(world, reaction.author),
    content: reaction.content,
    created_at: instant(reaction.createdAt),
  };
}

/** Oldest first. */
export function reactionsOf(repository: Repository, subject: Reaction['subject']): Reaction[] {
  return [...repository.reactions.values()].filter(reaction => isSame(reaction.subject, subject));
}

function isSame(one: Reaction['subject'], other: Reaction['subject']): boolean {
  if (one.kind === 'comment') return other.kind === 'comment' && one.id === other.id;
  return other.kind === 'issue' && one.number === other.number;
}

function rollup(url: string, reactions: readonly Reaction[]) {
  const counts = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  for (const { content } of reactions) {
    if (content in counts) counts[content as keyof typeof counts] += 1;
  }
  return { url, total_count: reactions.length, ...counts };
}

export function issueHtmlUrl(world: World, repository: Repository, issue: Issue): string {
  const kind = issue.pull === null ? 'issues' : 'pull';
  return `${repositoryHtmlUrl(world, repository)}/${kind}/${issue.number}`;
}

function associationOf(repository: Repository, login: string): string {
  if (login === repository.owner.login) return 'OWNER';
  return repository.collaborators.has(login) ? 'COLLABORATOR' : 'NONE';
}
