/** The app's own issues; it opens one for a repository that asks for a dashboard. */
import { z } from 'zod';
import type { Repository } from '../jobs.ts';
import type { Posted } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { assertPostable } from './comment-limits.ts';
import { isOwnPost, PostFields } from './own-post.ts';
import { listPages } from './paging.ts';

const IssueAnswer = z.object({ number: z.int().positive(), node_id: z.string().min(1) });
const IssuesAnswer = z.array(
  PostFields.extend({ number: z.int().positive(), pull_request: z.unknown().optional() }),
);

/** An issue is looked for when its creation was interrupted, so it is among the newest: the last thousand. */
const MAX_PAGES = 10;

export async function createIssue(
  session: Session,
  repository: Repository,
  issue: { readonly title: string; readonly body: string },
): Promise<Posted> {
  assertPostable(issue);
  const { number, node_id } = await ask(session, repository, {
    use: 'issue-talk',
    doing: `open an issue in repository ${repository.repositoryId}`,
    send: (rest, common) => rest.issues.create({ ...common, ...issue }),
    answer: IssueAnswer,
  });
  return { id: number, nodeId: node_id };
}

export async function updateIssue(
  session: Session,
  repository: Repository,
  number: number,
  change: { readonly title?: string; readonly body?: string; readonly state?: 'open' | 'closed' },
): Promise<void> {
  assertPostable(change);
  await ask(session, repository, {
    use: 'issue-talk',
    doing: `edit issue ${number} of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.issues.update({ ...common, issue_number: number, ...change }),
    answer: IssueAnswer,
  });
}

/**
 * The app's newest issue that contains `marker`, open or closed. They are told apart here and not by GitHub's filter
 * `creator`: on Enterprise Cloud a filter by an app's login was seen to find nothing, and each run opened one more
 * issue (renovatebot/renovate#44730). One request a hundred issues and pull requests, until it is found.
 */
export async function findIssue(
  session: Session,
  repository: Repository,
  marker: string,
): Promise<Posted | null> {
  const issues = listPages(MAX_PAGES, page =>
    ask(session, repository, {
      use: 'issue-talk',
      doing: `list the issues of repository ${repository.repositoryId}`,
      send: (rest, common) =>
        rest.issues.listForRepo({
          ...common,
          state: 'all',
          sort: 'created',
          direction: 'desc',
          ...page,
        }),
      answer: IssuesAnswer,
    }),
  );
  for await (const issue of issues) {
    if (issue.pull_request !== undefined || !isOwnPost(issue, session.appId, marker)) continue;
    return { id: issue.number, nodeId: issue.node_id };
  }
  return null;
}
