/** Whether this deployment can take a webhook in and also finish it. */
import type { Clock, Logger, QueueStats, WriteProbe } from '../ports.ts';
import type { CredentialsState } from './credentials.ts';
import { answerAgain } from './fresh.ts';

/** A job that somebody waits for and that is ready for longer than this: nothing works it off. */
export const OLDEST_READY_JOB_MS = 15 * 60_000;
/** How often refused credentials are tried again: GitHub locks out who tries often (docs: rest/authentication). */
export const TRY_CREDENTIALS_MS = 60_000;

type Check = 'store' | 'queue' | 'credentials';

export interface Readiness {
  readonly ready: boolean;
  /** What is wrong with each part that is not as it should be, and what to do. */
  readonly problems: Readonly<Partial<Record<Check, string>>>;
}

export interface ReadinessOptions {
  readonly probe: WriteProbe;
  readonly stats: QueueStats;
  readonly credentials: { state(): CredentialsState };
  /** Makes one request as the app; how it goes shows in `credentials`. */
  tryCredentials(): Promise<unknown>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Answers within the time of a database; GitHub is asked in between, so that a slow GitHub does not make us unready. */
export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
  const { clock } = options;
  const lookNowAndThen = answerAgain(clock, () => look(options));
  let triedAt = Number.NEGATIVE_INFINITY;

  function tryCredentialsNowAndThen(): void {
    const now = +clock.now();
    if (options.credentials.state() === 'accepted' || Math.abs(now - triedAt) < TRY_CREDENTIALS_MS) return;
    triedAt = now;
    options.tryCredentials().catch(() => {});
  }

  return () => {
    tryCredentialsNowAndThen();
    return lookNowAndThen();
  };
}

async function look(options: ReadinessOptions): Promise<Readiness> {
  const { credentials } = options;
  const problems: Partial<Record<Check, string>> = {};
  const [store, queue] = await Promise.all([storeProblem(options), queueProblem(options)]);
  if (store !== null) problems.store = store;
  if (queue !== null) problems.queue = queue;
  if (credentials.state() === 'refused') {
    problems.credentials =
      'GitHub refuses the credentials of the app. Check APP_ID, PRIVATE_KEY and the clock of this machine.';
  }
  return { ready: Object.keys(problems).length === 0, problems };
}

async function storeProblem({ probe, logger }: ReadinessOptions): Promise<string | null> {
  try {
    await probe.checkWritable();
    return null;
  } catch (error) {
    logger.warn({ err: error }, 'the store takes no writes');
    return 'The store takes no writes. Is the database up, has it room, may this process write to it?';
  }
}

async function queueProblem({ stats, clock, logger }: ReadinessOptions): Promise<string | null> {
  try {
    const { prompt } = (await stats.read()).readySince;
    const waited = prompt === null ? 0 : +clock.now() - +prompt;
    if (waited <= OLDEST_READY_JOB_MS) return null;
    return `A job has been ready for ${Math.floor(waited / 60_000)} minutes. Is a worker running, are there enough?`;
  } catch (error) {
    logger.warn({ err: error }, 'the queue could not be read');
    return 'The queue could not be read. Is the database up?';
  }
}
