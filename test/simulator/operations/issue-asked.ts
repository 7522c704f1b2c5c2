import { notFound, Refusal } from '../answer.ts';
import type { RepositoryCall } from '../operation.ts';
import type { Comment, Issue, Repository } from '../state/records.ts';

/** Fails with 404 where the path names no issue, with 410 where it names none any more. */
export function issueAsked({ repository, params }: RepositoryCall): Issue {
  const number = Number(params['issue_number']);
  const issue = repository.issues.get(number);
  // "If the issue was deleted from a repository where the authenticated user has read access … 410 Gone" (get-an-issue).
  if (repository.deletedIssues.has(number)) throw new Refusal(410, 'This issue was deleted');
  if (issue === undefined) throw notFound();
  if (issue.pull === null) demandIssues(repository);
  return issue;
}

/** Fails with 410: "If issues are disabled in the repository, the API returns a 410 Gone status" (create-an-issue). */
export function demandIssues(repository: Repository): void {
  if (!repository.hasIssues) throw new Refusal(410, 'Issues are disabled for this repo');
}

/** Fails with 404 where the path names no comment. */
export function commentAsked({ repository, params }: RepositoryCall): Comment {
  const comment = repository.comments.get(Number(params['comment_id']));
  if (comment === undefined) throw notFound();
  return comment;
}

/** The issue that the asked-for comment stands on. */
export function issueOf(call: RepositoryCall): Issue {
  const issue = call.repository.issues.get(commentAsked(call).issueNumber);
  if (issue === undefined) throw notFound();
  return issue;
}
