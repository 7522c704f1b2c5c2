import { ShowworkError } from '../errors.ts';
import type { Tools } from './tools.ts';

/** How long to leave an installation alone where GitHub limits it and does not say until when. */
const PAUSE_MS = 60_000;

/**
 * Does the work unless the installation is paused, and pauses it where GitHub answers with a rate limit; the other
 * installations go on. Answers when to come back, else what the work answers.
 */
export async function pauseWhenLimited(
  { limiter, clock, logger }: Tools,
  installationId: number,
  work: () => Promise<Date | null>,
): Promise<Date | null> {
  const paused = await limiter.pausedUntil(installationId);
  if (paused !== null) return paused;
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof ShowworkError) || thrown.code !== 'GITHUB_RATE_LIMITED') throw thrown;
    const until = thrown.retryAt ?? new Date(+clock.now() + PAUSE_MS);
    await limiter.pause(installationId, until);
    logger.warn({ installationId, until }, 'GitHub limits the installation; it is paused');
    return until;
  }
}
