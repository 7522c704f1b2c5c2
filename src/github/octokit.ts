import { ProbotOctokit } from 'probot';
import type { Logger } from '../ports.ts';
import { fetchWithin } from './fetch-within.ts';

export interface OctokitOptions {
  /** Of github.com or of a GitHub Enterprise Server, such as `https://github.example.com/api/v3`. */
  readonly baseUrl: string;
  readonly userAgent: string;
  /** For one request, from the first byte sent to the last byte read. Milliseconds. */
  readonly timeoutMs: number;
  readonly logger: Logger;
}

/**
 * Probot's Octokit without its own throttling, retrying and authentication: a job that must wait is handed back
 * instead of sleeping in this process, a POST is never repeated blindly, and each request carries the token of its
 * own repository.
 */
export function buildOctokit({ baseUrl, userAgent, timeoutMs, logger }: OctokitOptions): ProbotOctokit {
  const log = octokitLog(logger);
  return new ProbotOctokit({
    baseUrl,
    userAgent,
    authStrategy: undefined,
    throttle: { enabled: false },
    retry: { enabled: false },
    log,
    request: { fetch: fetchWithin(timeoutMs), log },
  });
}

/** Probot's Octokit logs every request body at debug level, and ours quote READMEs: those levels go nowhere. */
function octokitLog(logger: Logger) {
  return {
    debug() {},
    info() {},
    warn: (message: string) => logger.warn({ from: 'octokit' }, message),
    error: (message: string) => logger.error({ from: 'octokit' }, message),
  };
}
