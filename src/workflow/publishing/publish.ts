/**
 * Publishing is idempotent: a row per commit is written before a check run is created, so that after an interruption
 * the run is looked for instead of being created again, and a digest of what was posted last decides whether anything
 * is sent at all.
 */
import { ShowworkError } from '../../errors.ts';
import type { Repository } from '../../jobs.ts';
import type { Publication } from '../../ports.ts';
import type { Tools } from '../tools.ts';
import { type Draft, draftOf, type ToPublish, toCheckRun } from './check-run-draft.ts';
import { LOOK_AGAIN_MS, whenToLookAgain } from './under-way.ts';

/** `if-changed` sends nothing for the bytes posted last; `once-more` concludes that run again: somebody asked. */
export type Manner = 'if-changed' | 'once-more';

/** Answers null when GitHub shows the review, or the time at which to try again. */
export async function publish(
  tools: Tools,
  repository: Repository,
  wanted: ToPublish,
  manner: Manner,
): Promise<Date | null> {
  const { publications, limiter, clock } = tools;
  const { headSha } = wanted;
  const standing = await publications.find(repository.repositoryId, headSha);
  const since = standing === null ? wanted.since : standing.since;
  const draft = draftOf(tools, repository, wanted, since);

  if (manner === 'if-changed' && standing?.digest === draft.digest) return null;
  const underWay = standing && whenFree(standing, +clock.now());
  if (underWay !== null) return underWay;
  const slot = await limiter.take(repository.installationId, wanted.urgency);
  if (slot !== null) return slot;
  if (standing !== null) return replace(tools, repository, standing, draft, manner);

  const { publication, created } = await publications.intend(repository, headSha, since);
  if (!created) return replace(tools, repository, publication, draft, manner);
  await post(tools, repository, publication, draft);
  return null;
}

/** Brings what stands for the commit to the draft: concluded again, created anew, or left to the job that is on it. */
async function replace(
  tools: Tools,
  repository: Repository,
  standing: Publication,
  draft: Draft,
  manner: Manner,
): Promise<Date | null> {
  const { publications, clock } = tools;
  if (standing.digest === draft.digest && standing.checkRunId !== null) {
    if (manner === 'if-changed') return null;
    if (await concludeAgain(tools, repository, standing.checkRunId, standing, draft)) return null;
  }
  const now = +clock.now();
  const underWay = whenFree(standing, now);
  if (underWay !== null) return underWay;

  const claimed = await publications.claim(standing);
  if (claimed === null) return new Date(now + LOOK_AGAIN_MS);
  const interrupted = standing.checkRunId === null;
  if (interrupted && (await adopt(tools, repository, claimed, draft))) return null;
  await post(tools, repository, claimed, draft);
  return null;
}

function whenFree({ checkRunId, intendedAt }: Publication, now: number): Date | null {
  return whenToLookAgain({ answered: checkRunId !== null, intendedAt }, now);
}

/** False where the run is no longer there: GitHub keeps 1000 of a name and deletes the older ones. */
async function concludeAgain(
  { github }: Tools,
  repository: Repository,
  checkRunId: number,
  standing: Publication,
  draft: Draft,
): Promise<boolean> {
  try {
    await github.updateCheckRun(repository, checkRunId, toCheckRun(standing, draft));
    return true;
  } catch (thrown) {
    if (thrown instanceof ShowworkError && thrown.code === 'GITHUB_GONE') return false;
    throw thrown;
  }
}

/** Finishes and records the run that an interrupted attempt created; false where it did not get that far. */
async function adopt(
  { github, publications }: Tools,
  repository: Repository,
  claimed: Publication,
  draft: Draft,
): Promise<boolean> {
  const run = toCheckRun(claimed, draft);
  const found = await github.findCheckRun(repository, run.headSha, run.externalId);
  if (found === null) return false;
  if (!found.completed) await github.completeCheckRun(repository, found.id, run, found.annotations);
  await publications.record({ ...claimed, checkRunId: found.id, digest: draft.digest });
  return true;
}

async function post(
  { github, publications, logger }: Tools,
  repository: Repository,
  intent: Publication,
  draft: Draft,
): Promise<void> {
  const checkRunId = await github.createCheckRun(repository, toCheckRun(intent, draft));
  await publications.record({ ...intent, checkRunId, digest: draft.digest });
  const { repositoryId, headSha } = intent;
  logger.info(
    { repositoryId, headSha, checkRunId, conclusion: draft.content.conclusion },
    'check run created',
  );
}
