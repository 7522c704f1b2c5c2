import { ProbotOctokit } from 'probot';
import type { Logger } from '../ports.ts';
import { fetchWithin } from './fetch-within.ts';

export interface OctokitOptions {
  readonly logger: Logger;
  /** `https://api.github.com` unless given; of a GitHub Enterprise Server `https://<host>/api/v3`. */
  readonly baseUrl?: string;
  readonly userAgent?: string;
  /** For one request, from the first byte sent to the last byte read. Milliseconds. */
  readonly timeoutMs?: number;
}

const DEFAULT_BASE_URL = 'https://api.github.com';
/** GitHub ends a request itself after 10 seconds (docs: rest/using-the-rest-api/troubleshooting-the-rest-api). */
const DEFAULT_TIMEOUT_MS = 12_000;

/**
 * Probot's Octokit without its own throttling, retrying and authentication: a job that must wait is handed back
 * instead of sleeping in this process, a POST is never repeated blindly, and each request carries the token of its
 * own repository.
 */
export function buildOctokit({
  logger,
  baseUrl = DEFAULT_BASE_URL,
  userAgent = 'showwork',
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: OctokitOptions): ProbotOctokit {
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
