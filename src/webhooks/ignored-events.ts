/**
 * Why the neighbours of the events in `events.ts` are left alone. Keys are `event.action`, or `event` for whatever
 * actions are not listed. Anything that is not here arrives only where an operator subscribed to more than `app.yml`.
 */
export const IGNORED_EVENTS: ReadonlyMap<string, string> = new Map([
  ['ping', 'the webhook works; there is nothing to review'],
  ['issue_comment.edited', 'a command counts when its comment is made; a new comment asks again'],
  ['issue_comment', 'what a comment asked for is not taken back with it'],
  ['pull_request_review', 'commands in reviews are not handled yet'],
  ['pull_request_review_comment', 'commands in review comments are not handled yet'],
  ['pull_request.closed', 'a closed pull request needs no review; a merge arrives as a push'],
  ['pull_request', 'the head did not change'],
  ['merge_group', "the push of the queue's branch asks for the review"],
  ['create', 'the push that goes with it asks for the review'],
  ['delete', 'there is nothing left to review'],
  ['check_suite.requested', 'the push that goes with it asks for the review'],
  ['check_suite', 'only a re-run is acted on'],
  ['check_run', 'only a re-run or our own button is acted on'],
  ['installation.created', 'the first review comes with the next push or pull request'],
  [
    'installation.suspend',
    'GitHub sends nothing while the app is suspended; what is stored is kept until it is removed',
  ],
  ['installation.unsuspend', 'the next push or pull request is reviewed again'],
  ['installation.new_permissions_accepted', 'the next review uses the new permissions'],
  ['installation_repositories.added', 'the first review comes with the next push or pull request'],
  ['installation_target', 'the next event brings the new name of the account'],
  ['github_app_authorization', 'this app never acts in the name of a user'],
  ['repository.renamed', 'the next event brings the new name'],
  ['repository.transferred', 'the next event brings the new owner'],
  ['repository', 'nothing to review or to forget'],
]);

/** The reason for an event that no row of `events.ts` acts on. */
export function whyIgnored(event: string, action: string | null): string {
  const withAction = action === null ? event : `${event}.${action}`;
  return IGNORED_EVENTS.get(withAction) ?? IGNORED_EVENTS.get(event) ?? 'this app does not act on this event';
}
