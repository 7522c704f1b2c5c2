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
  ['issues', 'only the box on our own dashboard is acted on'],
  ['pull_request.closed', 'a closed pull request needs no review; a merge arrives as a push'],
  ['pull_request.converted_to_draft', 'the head did not change; a draft keeps its check'],
  ['pull_request', 'the head did not change'],
  ['merge_group', "the push of the queue's branch asks for the review"],
  ['create', 'the push that goes with it asks for the review'],
  ['delete', 'there is nothing left to review'],
  ['check_suite.requested', 'the push that goes with it asks for the review'],
  ['check_suite', 'only a re-run is acted on'],
  ['check_run', 'only a re-run or our own button is acted on'],
  ['installation.new_permissions_accepted', 'the next review uses the new permissions'],
  [
    'installation_target',
    'it names no repository; GitHub redirects the old name, and the next event of a repository brings the new one',
  ],
  ['github_app_authorization', 'this app never acts in the name of a user'],
  ['repository.created', 'its first push asks for the review'],
  ['repository.archived', 'an archived repository is not pushed to; what is stored for it is kept'],
  ['repository.unarchived', 'the next push or pull request asks for the review'],
  ['repository', 'nothing to review, to follow or to forget'],
]);

/** The reason for an event that no row of `events.ts` acts on. */
export function whyIgnored(event: string, action: string | null): string {
  const withAction = action === null ? event : `${event}.${action}`;
  return IGNORED_EVENTS.get(withAction) ?? IGNORED_EVENTS.get(event) ?? 'this app does not act on this event';
}
