import { ShowworkError } from '../errors.ts';
import type { Target } from '../jobs.ts';
import type { TargetState } from '../ports.ts';
import { unlessTooNew } from './new-commit.ts';
import { type Head, presentHead } from './present-head.ts';
import { publish } from './publish.ts';
import { readCommit } from './read-commit.ts';
import { reviewCommit } from './review-commit.ts';
import type { Tools } from './tools.ts';

/** `moved`: while the commit was reviewed, another head took its place, or none where the target went away. */
type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'moved'; readonly to: Head | null };

/** Reviews the present head of a branch or pull request. Answers null when done, else when to come back. */
export async function reviewTarget(tools: Tools, target: TargetState): Promise<Date | null> {
  const { repository, key, head: named, requestedAt, requested } = target;
  let head = await presentHead(tools, target, named === null ? null : { sha: named, knownAt: requestedAt });
  while (head !== null) {
    const present: Head = head;
    const outcome = await tools
      .inTurn(repository, present.sha, () => reviewHead(tools, target, present))
      .catch((thrown: unknown) => {
        throw unlessTooNew(thrown, requestedAt, tools.clock.now());
      });
    if (outcome.kind === 'later') return outcome.at;
    if (outcome.kind === 'done' || (await hasNewerRequest(tools, target))) break;
    head = outcome.to;
  }
  await tools.store.finishTarget(key, requested);
  return null;
}

async function reviewHead(tools: Tools, target: Target, head: Head): Promise<Outcome> {
  const { repository } = target;
  const review = await reviewCommit(tools, repository, head.sha);
  if (review.kind === 'no-readme' && !(await readmeIsExpected(tools, target))) return { kind: 'done' };
  const present = await presentHead(tools, target, head);
  if (present?.sha !== head.sha) return { kind: 'moved', to: present };
  const later = await publish(tools, repository, head.sha, review, 'if-changed');
  return later === null ? { kind: 'done' } : { kind: 'later', at: later };
}

/** A head that moved on needs no run of ours where the newer one has a job of its own. */
async function hasNewerRequest({ store }: Tools, { key, requested }: TargetState): Promise<boolean> {
  const now = await store.readTarget(key);
  return now === null || now.requested > requested;
}

/** A branch without README is worth a word only where the default branch has one. */
async function readmeIsExpected({ github, blobs }: Tools, { repository, ref }: Target): Promise<boolean> {
  const { defaultBranch } = repository;
  if (ref.kind === 'branch' && ref.branch === defaultBranch) return false;
  try {
    return (await readCommit(github, blobs, repository, defaultBranch)).readme !== null;
  } catch (thrown) {
    if (thrown instanceof ShowworkError && thrown.code === 'GITHUB_GONE') return false;
    throw thrown;
  }
}
