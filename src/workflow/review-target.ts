import type { Target } from '../jobs.ts';
import type { TargetState } from '../ports.ts';
import { type Snapshot, snapshotOf } from '../review/delta.ts';
import { isReviewedBranch } from '../settings/branches.ts';
import { commentOnPullRequest } from './conversations/comment-on-pull-request.ts';
import { updateDashboard } from './conversations/update-dashboard.ts';
import { unlessTooNew } from './new-commit.ts';
import { type Head, presentHead } from './present-head.ts';
import { publishLook } from './publishing/publish-look.ts';
import { type Look, lookAt } from './reviewing/look.ts';
import { configurationView } from './settings/configuration-view.ts';
import type { InForce } from './settings/in-force.ts';
import type { Tools } from './tools.ts';

/** `moved`: while the commit was reviewed, another head took its place, or none where the target went away. */
type Outcome =
  | { readonly kind: 'done'; readonly reviewed?: Snapshot }
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'moved'; readonly to: Head | null };

/** Reviews the present head of a branch or pull request. Answers null when done, else when to come back. */
export async function reviewTarget(tools: Tools, target: TargetState): Promise<Date | null> {
  const { repository, key, head: named, requestedAt, requested } = target;
  let reviewed: Snapshot | undefined;
  let head = await presentHead(tools, target, named === null ? null : { sha: named, knownAt: requestedAt });
  while (head !== null) {
    const present: Head = head;
    const outcome = await tools
      .inTurn(repository, present.sha, () => reviewHead(tools, target, present))
      .catch((thrown: unknown) => {
        throw unlessTooNew(thrown, requestedAt, tools.clock.now());
      });
    if (outcome.kind === 'later') return outcome.at;
    if (outcome.kind === 'done') reviewed = outcome.reviewed;
    if (outcome.kind === 'done' || (await hasNewerRequest(tools, target))) break;
    head = outcome.to;
  }
  await tools.store.finishTarget(key, requested, reviewed);
  return null;
}

async function reviewHead(tools: Tools, target: TargetState, head: Head): Promise<Outcome> {
  const { repository } = target;
  const look = await lookAt(tools, repository, head.sha, {
    onDefaultBranch: isDefaultBranch(target),
    asked: false,
    unless: inForce => isLeftAlone(target, inForce),
  });
  if (look === null) return { kind: 'done' };
  const { review } = look;
  const hasMistake = configurationView(look).problemsHere !== null;
  if (review.kind === 'no-readme' && !hasMistake && !(await readmeIsExpected(target, look))) {
    return { kind: 'done' };
  }
  const present = await presentHead(tools, target, head);
  if (present?.sha !== head.sha) return { kind: 'moved', to: present };

  const since = target.lastReviewed;
  const later =
    (await publishLook(tools, repository, look, 'if-changed', { since })) ??
    (await tellElsewhere(tools, target, look));
  if (later !== null) return { kind: 'later', at: later };
  return review.kind === 'reviewed'
    ? { kind: 'done', reviewed: snapshotOf(head.sha, review.reports) }
    : { kind: 'done' };
}

/** What a review leads to beside the check run. */
async function tellElsewhere(tools: Tools, target: Target, look: Look): Promise<Date | null> {
  const { repository, ref } = target;
  if (ref.kind === 'pull-request') return commentOnPullRequest(tools, repository, ref.number, look);
  return isDefaultBranch(target) ? updateDashboard(tools, repository, look, 'if-changed') : null;
}

function isDefaultBranch({ repository, ref }: Target): boolean {
  return ref.kind === 'branch' && ref.branch === repository.defaultBranch;
}

/** A pull request from a fork has no branch here that could be left alone. */
function isLeftAlone({ repository, ref }: Target, { settings }: InForce): boolean {
  return ref.branch !== undefined && !isReviewedBranch(settings, ref.branch, repository.defaultBranch);
}

/** A head that moved on needs no run of ours where the newer one has a job of its own. */
async function hasNewerRequest({ store }: Tools, { key, requested }: TargetState): Promise<boolean> {
  const now = await store.readTarget(key);
  return now === null || now.requested > requested;
}

/** A branch without README is worth a word only where the default branch has one. */
async function readmeIsExpected(target: Target, look: Look): Promise<boolean> {
  if (isDefaultBranch(target)) return false;
  return (await look.defaultBranch())?.readme != null;
}
