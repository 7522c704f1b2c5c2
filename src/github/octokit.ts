import { Octokit } from '@octokit/rest';
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
 * Octokit without throttling, retrying and authentication of its own: a job that must wait is handed back instead of
 * sleeping in this process, a POST is never repeated blindly, and each request carries the token of its own repository.
 * Probot's, which has all three, takes 30 MB of memory more.
 */
export function buildOctokit({
  logger,
  baseUrl = DEFAULT_BASE_URL,
  userAgent = 'showwork',
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: OctokitOptions): Octokit {
  const log = octokitLog(logger);
  return new Octokit({
    baseUrl,
    userAgent,
    log,
    request: { fetch: fetchWithin(timeoutMs), log },
  });
}

/** It logs each request, with its body at debug level, and ours quote READMEs; whoever sent one that failed says so. */
function octokitLog(logger: Logger) {
  return {
    debug() {},
    info() {},
    warn: (message: string) => logger.warn({ from: 'octokit' }, message),
    error() {},
  };
}
