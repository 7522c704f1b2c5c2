/**
 * What every example of @octokit/webhooks-examples must come to, by event and action, reviewed by hand. One value holds
 * for all examples of an action; a list gives one value per example, in the package's order. One table, so that it can
 * be read through in one go.
 */

/** A result in a form that is easy to review: what the answer says, or what stands in the store. */
export type Expected =
  | { readonly ignored: string }
  | {
      readonly target: string;
      readonly head: string;
      readonly observedAt: number;
      readonly installation: number;
    }
  | { readonly reReview: string; readonly repository: number; readonly installation: number }
  | { readonly comment: number; readonly repository: number; readonly installation: number }
  | { readonly introduce: string; readonly repository: number; readonly installation: number }
  | { readonly dashboard: number; readonly repository: number; readonly installation: number }
  | {
      readonly sighting: string;
      readonly repository: number;
      readonly observedAt: number;
      readonly installation: number;
    }
  | { readonly suspended: boolean; readonly observedAt: number; readonly installation: number }
  | { readonly forget: readonly number[] | 'everything'; readonly installation: number };

type ExpectedEvents = Readonly<Record<string, Expected | readonly Expected[]>>;

/** The app that the examples of `check_suite` belong to, and its installation: in these tests they are ours. */
export const OUR_APP = 29_310;
export const OUR_INSTALLATION = 957_387;

const NOT_OURS: Expected = { ignored: 'this app does not act on this event' };
const NO_INSTALLATION: Expected = {
  ignored: 'sent by a webhook of a repository or organisation; only events of an installed app are handled',
};
const HEAD_UNCHANGED: Expected = { ignored: 'the head did not change' };
const NO_COMMAND: Expected = { ignored: 'no line of the comment starts with /review' };
const REVIEW: Expected = { ignored: 'commands in reviews are not handled yet' };
const REVIEW_COMMENT: Expected = { ignored: 'commands in review comments are not handled yet' };
const CHECK_RUN: Expected = { ignored: 'only a re-run or our own button is acted on' };
const CHECK_SUITE: Expected = { ignored: 'only a re-run is acted on' };
const WITH_PUSH: Expected = { ignored: 'the push that goes with it asks for the review' };
const ISSUE: Expected = { ignored: 'only the box on our own dashboard is acted on' };
const TAG: Expected = { ignored: 'a tag was pushed; only branches are reviewed' };
const OTHER_APP: Expected = { ignored: 'the check belongs to another app' };
const OTHER_BUTTON: Expected = { ignored: 'the requested action is not one of ours' };
const BOT: Expected = { ignored: "a bot asked; only a person's re-run is carried out" };

function pull(installation: number, observedAt: number): Expected {
  const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
  return { target: '186853002/pull/2', head, observedAt, installation };
}
/** 2019-05-15T15:20:33Z */
const OPENED_AT = 1_557_933_633;
/** 2019-05-15T15:21:18Z */
const READY_AT = 1_557_933_678;

function master(installation: number): Expected {
  const head = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';
  return { target: '186853002/branch/master', head, observedAt: 1_557_933_657, installation };
}

/** 2021-04-28T22:32:50-04:00; the example of the end was made from the same answer. */
const SUSPENDED_AT = 1_619_663_570;

/** 2019-05-15T15:20:41Z */
function octocoders(installation: number): Expected {
  const sighting = 'Octocoders/Hello-World, master, public';
  return { sighting, repository: 186_853_261, observedAt: 1_557_933_641, installation };
}
/** 2019-05-15T15:21:02Z */
function hidden(owner: string): Expected {
  const sighting = `${owner}/Hello-World, master, private`;
  return { sighting, repository: 186_853_002, observedAt: 1_557_933_662, installation: OUR_INSTALLATION };
}
/** 2019-05-15T15:21:03Z */
function shown(owner: string): Expected {
  const sighting = `${owner}/Hello-World, master, public`;
  return { sighting, repository: 186_853_002, observedAt: 1_557_933_663, installation: OUR_INSTALLATION };
}

/** The examples as GitHub sends them to an installed app: with its installation, and with checks of our own. */
export const EXPECTED_EVENTS: ExpectedEvents = {
  'branch_protection_rule.created': NOT_OURS,
  'branch_protection_rule.deleted': NOT_OURS,
  'branch_protection_rule.edited': NOT_OURS,
  'check_run.completed': CHECK_RUN,
  'check_run.created': CHECK_RUN,
  'check_run.requested_action': OTHER_BUTTON,
  'check_run.rerequested': {
    reReview: 'd6fde92930d4715a2b49857d24b940956b26d2d3',
    repository: 526,
    installation: OUR_INSTALLATION,
  },
  'check_suite.completed': CHECK_SUITE,
  'check_suite.requested': WITH_PUSH,
  'check_suite.rerequested': BOT,
  'code_scanning_alert.closed_by_user': NOT_OURS,
  'code_scanning_alert.created': NOT_OURS,
  'code_scanning_alert.fixed': NOT_OURS,
  'code_scanning_alert.reopened': NOT_OURS,
  'commit_comment.created': NOT_OURS,
  create: WITH_PUSH,
  delete: { ignored: 'there is nothing left to review' },
  'dependabot_alert.created': NOT_OURS,
  'dependabot_alert.fixed': NOT_OURS,
  'deploy_key.created': NOT_OURS,
  'deployment.created': NOT_OURS,
  'deployment_review.requested': NOT_OURS,
  'deployment_status.created': NOT_OURS,
  'discussion.answered': NOT_OURS,
  'discussion.category_changed': NOT_OURS,
  'discussion.created': NOT_OURS,
  'discussion.edited': NOT_OURS,
  'discussion.labeled': NOT_OURS,
  'discussion.locked': NOT_OURS,
  'discussion.pinned': NOT_OURS,
  'discussion.transferred': NOT_OURS,
  'discussion.unanswered': NOT_OURS,
  'discussion.unlabeled': NOT_OURS,
  'discussion.unlocked': NOT_OURS,
  'discussion_comment.created': NOT_OURS,
  'discussion_comment.deleted': NOT_OURS,
  'discussion_comment.edited': NOT_OURS,
  fork: NOT_OURS,
  'github_app_authorization.revoked': { ignored: 'this app never acts in the name of a user' },
  gollum: NOT_OURS,
  'installation.created': {
    introduce: 'Codertocat/Hello-World',
    repository: 186_853_002,
    installation: 957_387,
  },
  'installation.deleted': { forget: 'everything', installation: 2 },
  'installation.new_permissions_accepted': { ignored: 'the next review uses the new permissions' },
  'installation.suspend': { suspended: true, observedAt: SUSPENDED_AT, installation: 16_598_467 },
  'installation.unsuspend': { suspended: false, observedAt: SUSPENDED_AT, installation: 16_598_467 },
  'installation_repositories.added': {
    introduce: 'Codertocat/Space',
    repository: 186_853_007,
    installation: 957_387,
  },
  'installation_repositories.removed': { forget: [1_296_269], installation: 2 },
  'issue_comment.created': NO_COMMAND,
  'issue_comment.deleted': { ignored: 'what a comment asked for is not taken back with it' },
  'issue_comment.edited': { ignored: 'a command counts when its comment is made; a new comment asks again' },
  'issues.assigned': ISSUE,
  'issues.deleted': ISSUE,
  'issues.demilestoned': ISSUE,
  'issues.edited': { ignored: 'the issue was not written by this app' },
  'issues.labeled': ISSUE,
  'issues.locked': ISSUE,
  'issues.milestoned': ISSUE,
  'issues.opened': ISSUE,
  'issues.pinned': ISSUE,
  'issues.reopened': ISSUE,
  'issues.transferred': ISSUE,
  'issues.unassigned': ISSUE,
  'issues.unlabeled': ISSUE,
  'issues.unlocked': ISSUE,
  'issues.unpinned': ISSUE,
  'label.created': NOT_OURS,
  'label.deleted': NOT_OURS,
  'label.edited': NOT_OURS,
  'marketplace_purchase.cancelled': NOT_OURS,
  'marketplace_purchase.changed': NOT_OURS,
  'marketplace_purchase.purchased': NOT_OURS,
  'member.added': NOT_OURS,
  'member.edited': NOT_OURS,
  'membership.added': NOT_OURS,
  'membership.removed': NOT_OURS,
  'merge_group.checks_requested': {
    ignored: "the push of the queue's branch asks for the review",
  },
  'meta.deleted': NOT_OURS,
  'milestone.closed': NOT_OURS,
  'milestone.created': NOT_OURS,
  'milestone.deleted': NOT_OURS,
  'org_block.blocked': NOT_OURS,
  'org_block.unblocked': NOT_OURS,
  'organization.member_added': NOT_OURS,
  'organization.member_invited': NOT_OURS,
  'organization.renamed': NOT_OURS,
  'package.published': NOT_OURS,
  page_build: NOT_OURS,
  ping: { ignored: 'the webhook works; there is nothing to review' },
  'project.created': NOT_OURS,
  'project_card.created': NOT_OURS,
  'project_card.deleted': NOT_OURS,
  'project_card.moved': NOT_OURS,
  'project_column.created': NOT_OURS,
  'project_column.edited': NOT_OURS,
  'projects_v2_item.archived': NOT_OURS,
  'projects_v2_item.converted': NOT_OURS,
  'projects_v2_item.created': NOT_OURS,
  'projects_v2_item.edited': NOT_OURS,
  'projects_v2_item.reordered': NOT_OURS,
  'projects_v2_item.restored': NOT_OURS,
  public: NOT_OURS,
  'pull_request.assigned': HEAD_UNCHANGED,
  'pull_request.closed': {
    ignored: 'a closed pull request needs no review; a merge arrives as a push',
  },
  'pull_request.converted_to_draft': { ignored: 'the head did not change; a draft keeps its check' },
  'pull_request.labeled': HEAD_UNCHANGED,
  'pull_request.locked': HEAD_UNCHANGED,
  'pull_request.opened': pull(OUR_INSTALLATION, OPENED_AT),
  'pull_request.ready_for_review': pull(OUR_INSTALLATION, READY_AT),
  'pull_request.reopened': pull(OUR_INSTALLATION, OPENED_AT),
  'pull_request.review_request_removed': HEAD_UNCHANGED,
  'pull_request.review_requested': HEAD_UNCHANGED,
  'pull_request.synchronize': pull(OUR_INSTALLATION, OPENED_AT),
  'pull_request.unassigned': HEAD_UNCHANGED,
  'pull_request.unlabeled': HEAD_UNCHANGED,
  'pull_request.unlocked': HEAD_UNCHANGED,
  'pull_request_review.dismissed': REVIEW,
  'pull_request_review.submitted': REVIEW,
  'pull_request_review_comment.created': REVIEW_COMMENT,
  'pull_request_review_comment.deleted': REVIEW_COMMENT,
  'pull_request_review_comment.edited': REVIEW_COMMENT,
  'pull_request_review_thread.resolved': NOT_OURS,
  'pull_request_review_thread.unresolved': NOT_OURS,
  push: [TAG, TAG, TAG, TAG, master(OUR_INSTALLATION), master(OUR_INSTALLATION), TAG],
  'release.created': NOT_OURS,
  'release.deleted': NOT_OURS,
  'release.edited': NOT_OURS,
  'release.prereleased': NOT_OURS,
  'release.published': NOT_OURS,
  'release.released': NOT_OURS,
  'repository.created': { ignored: 'its first push asks for the review' },
  'repository.edited': [
    { ignored: 'the repository was edited, its default branch was not' },
    octocoders(OUR_INSTALLATION),
  ],
  'repository.privatized': [hidden('Codertocat'), hidden('Octocoders')],
  'repository.publicized': [shown('Codertocat'), shown('Codertocat'), shown('Octocoders')],
  'repository.renamed': octocoders(OUR_INSTALLATION),
  'repository.transferred': octocoders(OUR_INSTALLATION),
  'repository_dispatch.on-demand-test': NOT_OURS,
  repository_import: NOT_OURS,
  'repository_vulnerability_alert.create': NOT_OURS,
  'repository_vulnerability_alert.dismiss': NOT_OURS,
  'security_advisory.published': NOT_OURS,
  'security_advisory.updated': NOT_OURS,
  'security_advisory.withdrawn': NOT_OURS,
  'sponsorship.created': NOT_OURS,
  'sponsorship.pending_tier_change': NOT_OURS,
  'star.created': NOT_OURS,
  'star.deleted': NOT_OURS,
  status: NOT_OURS,
  'team.added_to_repository': NOT_OURS,
  'team.created': NOT_OURS,
  'team.deleted': NOT_OURS,
  'team.edited': NOT_OURS,
  'team.removed_from_repository': NOT_OURS,
  team_add: NOT_OURS,
  'watch.started': NOT_OURS,
  workflow_dispatch: NOT_OURS,
  'workflow_job.completed': NOT_OURS,
  'workflow_job.in_progress': NOT_OURS,
  'workflow_job.queued': NOT_OURS,
  'workflow_job.waiting': NOT_OURS,
  'workflow_run.completed': NOT_OURS,
  'workflow_run.requested': NOT_OURS,
};

/**
 * Where the examples as published come to something else: many are of webhooks without an installation, or about
 * checks of other apps. Whatever is not here is as in `EXPECTED_EVENTS`.
 */
export const EXPECTED_AS_PUBLISHED: ExpectedEvents = {
  'check_run.requested_action': OTHER_APP,
  'check_run.rerequested': OTHER_APP,
  'issue_comment.created': [NO_INSTALLATION, NO_INSTALLATION, NO_INSTALLATION, NO_COMMAND, NO_INSTALLATION],
  'pull_request.opened': [NO_INSTALLATION, pull(1, OPENED_AT), pull(1, OPENED_AT), pull(1, OPENED_AT)],
  'pull_request.ready_for_review': [NO_INSTALLATION, pull(1, READY_AT), NO_INSTALLATION],
  'pull_request.reopened': pull(1, OPENED_AT),
  'pull_request.synchronize': pull(1, OPENED_AT),
  'issues.edited': NO_INSTALLATION,
  'repository.edited': NO_INSTALLATION,
  'repository.privatized': NO_INSTALLATION,
  'repository.publicized': NO_INSTALLATION,
  'repository.renamed': octocoders(1),
  'repository.transferred': [NO_INSTALLATION, octocoders(1), NO_INSTALLATION],
  push: [NO_INSTALLATION, NO_INSTALLATION, NO_INSTALLATION, TAG, master(1), master(1), NO_INSTALLATION],
};
