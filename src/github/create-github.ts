import type { Clock, GitHub, Logger } from '../ports.ts';
import type { Session } from './ask.ts';
import { readBlob } from './blobs.ts';
import { createCheckRun, findCheckRun, updateCheckRun } from './check-runs.ts';
import { createComment, react } from './comments.ts';
import { readHead } from './heads.ts';
import { installationTokens } from './installation-tokens.ts';
import { buildOctokit } from './octokit.ts';
import { readRole } from './roles.ts';
import { readTree } from './trees.ts';

export interface GitHubOptions {
  readonly appId: number;
  /** The app's private key, PEM. */
  readonly privateKey: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** `https://api.github.com` unless given; of a GitHub Enterprise Server `https://<host>/api/v3`. */
  readonly baseUrl?: string;
  readonly userAgent?: string;
  /** For one request, in milliseconds. */
  readonly timeoutMs?: number;
}

const DEFAULT_BASE_URL = 'https://api.github.com';
/** GitHub ends a request itself after 10 seconds (docs: rest/using-the-rest-api/troubleshooting-the-rest-api). */
const DEFAULT_TIMEOUT_MS = 12_000;

/**
 * The `GitHub` port over REST. Its functions throw a `ShowworkError` with a `GITHUB_…` code and nothing else; they
 * neither wait nor retry, because a job that must wait is handed back to the queue.
 */
export function createGitHub(options: GitHubOptions): GitHub {
  const { appId, privateKey, clock, logger } = options;
  const octokit = buildOctokit({
    baseUrl: options.baseUrl ?? DEFAULT_BASE_URL,
    userAgent: options.userAgent ?? 'showwork',
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    logger,
  });
  const tokens = installationTokens(octokit, { appId, privateKey }, clock);
  const session: Session = { octokit, appId, tokens, clock, logger };
  return {
    readTree: (...parameters) => readTree(session, ...parameters),
    readBlob: (...parameters) => readBlob(session, ...parameters),
    readHead: (...parameters) => readHead(session, ...parameters),
    createCheckRun: (...parameters) => createCheckRun(session, ...parameters),
    updateCheckRun: (...parameters) => updateCheckRun(session, ...parameters),
    findCheckRun: (...parameters) => findCheckRun(session, ...parameters),
    react: (...parameters) => react(session, ...parameters),
    readRole: (...parameters) => readRole(session, ...parameters),
    createComment: (...parameters) => createComment(session, ...parameters),
  };
}
