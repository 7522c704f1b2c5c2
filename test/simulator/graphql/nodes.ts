import { z } from 'zod';
import { instant } from '../clock.ts';
import { nodeId } from '../shapes/account.ts';
import { issueHtmlUrl } from '../shapes/issue.ts';
import { isPull } from '../state/pulls.ts';
import type { Account, Comment, Issue, PullRequest, Repository } from '../state/records.ts';
import { fullName, type World } from '../state/world.ts';
import { connection } from './connection.ts';
import { GraphQLRefusal } from './refusal.ts';

const NumberArguments = z.object({ number: z.number() });

/** `demandRead` fails where the caller may not read the pull request. */
export function repositoryNode(world: World, repository: Repository, demandRead: (issue: Issue) => void) {
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    isPrivate: repository.private,
    pullRequest(args: unknown) {
      const { number } = NumberArguments.parse(args);
      const request = repository.issues.get(number);
      if (!isPull(request)) {
        const message = `Could not resolve to a PullRequest with the number of ${number}.`;
        throw new GraphQLRefusal('NOT_FOUND', message);
      }
      demandRead(request);
      return pullRequestNode(world, repository, request);
    },
  };
}

function pullRequestNode(world: World, repository: Repository, request: PullRequest) {
  const { number, title, body, state, pull, author } = request;
  const comments = [...repository.comments.values()].filter(comment => comment.issueNumber === number);
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.id),
    number,
    title,
    body: body ?? '',
    state: pull.mergedAs !== null ? 'MERGED' : state.toUpperCase(),
    isDraft: pull.draft,
    author: actorNode(author),
    baseRefName: pull.base.branch,
    baseRefOid: pull.base.sha,
    headRefName: pull.head.branch,
    headRefOid: pull.head.sha,
    comments: (args: unknown) =>
      connection(
        'comments',
        comments.map(comment => commentNode(world, repository, comment)),
        args,
      ),
  };
}

export function commentNode(world: World, repository: Repository, comment: Comment) {
  const issue = repository.issues.get(comment.issueNumber);
  const page = issue === undefined ? world.htmlUrl : issueHtmlUrl(world, repository, issue);
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', comment.id),
    databaseId: comment.id,
    author: actorNode(comment.author),
    body: comment.body,
    createdAt: instant(comment.createdAt),
    updatedAt: instant(comment.updatedAt),
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized,
    url: `${page}#issuecomment-${comment.id}`,
    viewerDidAuthor: comment.byApp,
  };
}

/** GraphQL names a bot without the `[bot]` that REST puts behind it. */
function actorNode(account: Account) {
  const login = account.login.replace(/\[bot\]$/, '');
  return { __typename: account.type, id: nodeId(account.type, account.id), login };
}
