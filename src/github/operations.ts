/**
 * GitHub's own names for the requests of this room, by method and path: what is counted is called by them.
 * Source: the `operationId`s of GitHub's description of its REST API.
 */
const REPO = '/repos/{owner}/{repo}';
const OPERATIONS: Readonly<Record<string, string>> = {
  'GET /app': 'apps/get-authenticated',
  'GET /app/hook/deliveries': 'apps/list-webhook-deliveries',
  'POST /app/hook/deliveries/{delivery_id}/attempts': 'apps/redeliver-webhook-delivery',
  'POST /app/installations/{installation_id}/access_tokens': 'apps/create-installation-access-token',
  [`GET ${REPO}`]: 'repos/get',
  [`GET ${REPO}/collaborators/{username}/permission`]: 'repos/get-collaborator-permission-level',
  [`GET ${REPO}/compare/{basehead}`]: 'repos/compare-commits',
  [`GET ${REPO}/contents/{path}`]: 'repos/get-content',
  [`GET ${REPO}/git/blobs/{file_sha}`]: 'git/get-blob',
  [`GET ${REPO}/git/ref/{ref}`]: 'git/get-ref',
  [`GET ${REPO}/git/trees/{tree_sha}`]: 'git/get-tree',
  [`POST ${REPO}/check-runs`]: 'checks/create',
  [`PATCH ${REPO}/check-runs/{check_run_id}`]: 'checks/update',
  [`GET ${REPO}/commits/{ref}/check-runs`]: 'checks/list-for-ref',
  [`GET ${REPO}/pulls`]: 'pulls/list',
  [`GET ${REPO}/pulls/{pull_number}`]: 'pulls/get',
  [`GET ${REPO}/issues`]: 'issues/list-for-repo',
  [`POST ${REPO}/issues`]: 'issues/create',
  [`PATCH ${REPO}/issues/{issue_number}`]: 'issues/update',
  [`GET ${REPO}/issues/{issue_number}/comments`]: 'issues/list-comments',
  [`POST ${REPO}/issues/{issue_number}/comments`]: 'issues/create-comment',
  [`PATCH ${REPO}/issues/comments/{comment_id}`]: 'issues/update-comment',
  [`POST ${REPO}/issues/comments/{comment_id}/reactions`]: 'reactions/create-for-issue-comment',
  'POST /graphql': 'graphql',
};

/** What a request without a row here is counted as. */
const OTHER_OPERATION = 'other';

/** `template` is the path with its parameters in braces, as Octokit names it. */
export function operationOf(method: string, template: string): string {
  return OPERATIONS[`${method} ${template}`] ?? OTHER_OPERATION;
}
