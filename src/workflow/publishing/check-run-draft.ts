import type { Repository } from '../../jobs.ts';
import type { CheckRun, Publication, Urgency } from '../../ports.ts';
import { type CheckRunOptions, renderCheckRun } from '../../render/check-run.ts';
import { compare, type Snapshot, snapshotOf } from '../../review/delta.ts';
import type { CommitReview } from '../../review/report.ts';
import { sha256 } from '../sha256.ts';
import type { Tools } from '../tools.ts';
import { commitPlace } from './commit-place.ts';

/** What is to be shown on a commit. */
export interface ToPublish {
  readonly headSha: string;
  readonly review: CommitReview;
  /** How the branch stood before, for the commit's first run; a later one is compared with what the first was. */
  readonly since: Snapshot | null;
  readonly options: Omit<CheckRunOptions, 'delta'>;
  /** What nobody waits for leaves write slots to the others. */
  readonly urgency?: Urgency;
}

/** A check run in words, and what names them. */
export interface Draft {
  readonly content: Omit<CheckRun, 'externalId'>;
  readonly digest: string;
}

/** `since`: what the commit is compared with. */
export function draftOf(
  tools: Tools,
  repository: Repository,
  { headSha, review, options }: ToPublish,
  since: Snapshot | null,
): Draft {
  const delta = review.kind === 'reviewed' ? deltaSince(since, snapshotOf(headSha, review.reports)) : null;
  const rendered = renderCheckRun(review, commitPlace(tools, repository, headSha), { ...options, delta });
  return { content: { ...rendered, headSha }, digest: sha256(JSON.stringify(rendered)) };
}

function deltaSince(since: Snapshot | null, now: Snapshot) {
  return since === null || since.headSha === now.headSha ? null : compare(since, now);
}

/** A commit may get several runs over time; the digest in the external id tells an interrupted one from an older one. */
export function toCheckRun({ externalId }: Publication, { content, digest }: Draft): CheckRun {
  return { ...content, externalId: `${externalId}/${digest.slice(0, 16)}` };
}
