/**
 * Events that GitHub never sent (over 25 MB, more than three tags, incidents) leave no trace in its list of deliveries.
 * This compares the heads of default branches and of open pull requests with what is known of them.
 */
import { type ErrorCode, ShowworkError } from '../errors.ts';
import { type Hint, type Repository, type Target, type TargetRef, targetKey } from '../jobs.ts';
import type { KnownHead } from '../ports.ts';
import type { Sweep, SweepTools } from './sweep.ts';

const HOUR_MS = 3_600_000;
/** How often a repository is looked at in which something happened in the last `ACTIVE_MS`, and how often any other. */
export const ACTIVE_EVERY_MS = HOUR_MS;
export const QUIET_EVERY_MS = 24 * HOUR_MS;
export const ACTIVE_MS = 30 * 24 * HOUR_MS;
/** Rounds are short and follow each other closely, so that the requests are spread over the hour. */
export const RECONCILIATION_EVERY_MS = 60_000;
/** Two requests each, and one for a token: within the time between two rounds. */
export const REPOSITORIES_PER_ROUND = 100;
/**
 * How much older than now what was just read is said to be: what a webhook says of a later push is newer then, also where
 * this clock is ahead of GitHub's.
 */
export const CLOCK_SKEW_MS = 60_000;

/**
 * What stood in the way of a job that was given up, and is over where GitHub answers again: an outage that was longer than
 * all attempts, credentials that were refused, a suspension that nobody told of.
 */
const PASSING: readonly ErrorCode[] = [
  'GITHUB_UNAVAILABLE',
  'GITHUB_UNREADABLE',
  'GITHUB_RATE_LIMITED',
  'GITHUB_UNAUTHORIZED',
  'GITHUB_SUSPENDED',
  'STORE_UNAVAILABLE',
];

/** A head as GitHub has it now. */
interface PresentHead {
  readonly target: Target;
  readonly head: string;
}

export const reconciliation: Sweep = {
  name: 'reconciliation',
  everyMs: RECONCILIATION_EVERY_MS,
  async run(tools, signal) {
    let missed = 0;
    for (const repository of await tools.heads.due(REPOSITORIES_PER_ROUND)) {
      if (signal.aborted) break;
      missed += await reconcile(tools, repository);
    }
    return missed;
  },
};

/** Asks for a review of each head that was missed; answers how many there were. */
async function reconcile(tools: SweepTools, repository: Repository): Promise<number> {
  const { heads, limiter, clock } = tools;
  const { installationId, repositoryId } = repository;
  const paused = await limiter.pausedUntil(installationId);
  if (paused !== null) {
    await heads.looked(repositoryId, [], paused);
    return 0;
  }
  const readAt = clock.now();
  const present = await readPresent(tools, repository);
  if (present === null) return 0;
  const missed = whatWasMissed(present, await heads.known(repositoryId));
  if (missed.length > 0) await askForReviews(tools, repository, missed, readAt);
  const keys = present.map(({ target }) => targetKey(target));
  await heads.looked(repositoryId, keys, await nextLook(tools, repositoryId, readAt));
  return missed.length;
}

/** Null where it was not to be known; when to look again is noted then. */
async function readPresent(tools: SweepTools, repository: Repository): Promise<PresentHead[] | null> {
  const { github, heads, limiter, clock, logger } = tools;
  const { installationId, repositoryId, defaultBranch: branch } = repository;
  try {
    const present: PresentHead[] = [];
    const ref: TargetRef = { kind: 'branch', branch };
    const head = await github.readHead(repository, ref);
    if (head !== null) present.push({ target: { repository, ref }, head });
    for (const { number, headSha, branch: from } of await github.listOpenPullRequests(repository)) {
      const pull: TargetRef = { kind: 'pull-request', number, ...(from !== null && { branch: from }) };
      present.push({ target: { repository, ref: pull }, head: headSha });
    }
    return present;
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || thrown.code === 'GITHUB_UNAUTHORIZED') throw thrown;
    const { code, retryAt } = thrown;
    if (code === 'GITHUB_RATE_LIMITED' && retryAt !== undefined) await limiter.pause(installationId, retryAt);
    // Others are not kept waiting by one that does not answer.
    await heads.looked(repositoryId, [], retryAt ?? new Date(+clock.now() + ACTIVE_EVERY_MS));
    logger.debug({ repositoryId, code }, 'the heads of a repository could not be read');
    return null;
  }
}

/** What was reviewed, or is known and has its job, was not missed; what was given up for what is over now, was. */
function whatWasMissed(present: readonly PresentHead[], known: readonly KnownHead[]): PresentHead[] {
  const byKey = new Map(known.map(each => [each.key, each]));
  return present.filter(({ target, head }) => {
    const before = byKey.get(targetKey(target));
    if (before === undefined) return true;
    if (before.reviewedHead === head) return false;
    return before.head !== head || PASSING.some(code => code === before.givenUpFor);
  });
}

async function askForReviews(
  { store, logger }: SweepTools,
  { repositoryId }: Repository,
  missed: readonly PresentHead[],
  readAt: Date,
): Promise<void> {
  const observedAt = Math.floor((+readAt - CLOCK_SKEW_MS) / 1000);
  const hints: Hint[] = missed.map(({ target, head }) => ({ target, head, observedAt }));
  const id = `reconciliation/${repositoryId}/${+readAt}`;
  await store.accept({ id, event: 'reconciliation', action: null, hints, instructions: [] });
  logger.info({ repositoryId, targets: missed.map(({ target }) => targetKey(target)) }, 'heads were missed');
}

async function nextLook({ heads }: SweepTools, repositoryId: number, now: Date): Promise<Date> {
  const active = await heads.lastActive(repositoryId);
  const isActive = active !== null && +now - +active < ACTIVE_MS;
  return new Date(+now + (isActive ? ACTIVE_EVERY_MS : QUIET_EVERY_MS));
}
