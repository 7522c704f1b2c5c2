import { generateKeyPairSync } from 'node:crypto';
import { createGitHub } from '../../src/github/create-github.ts';
import type { Repository } from '../../src/jobs.ts';
import type { GitHub } from '../../src/ports.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createMovingClock, type MovingClock } from '../helpers/moving-clock.ts';
import {
  type Reply,
  type ScriptedServer,
  type SeenRequest,
  startScriptedServer,
} from '../helpers/scripted-server.ts';

export const REPOSITORY: Repository = {
  installationId: 3,
  repositoryId: 7,
  owner: 'ada',
  name: 'churn',
  defaultBranch: 'main',
  private: false,
};

export interface Gateway {
  readonly github: GitHub;
  readonly clock: MovingClock;
  readonly logger: CollectingLogger;
  readonly server: ScriptedServer;
  /** Requests other than those for tokens. */
  asked(): readonly SeenRequest[];
  /** Requests for tokens. */
  tokenRequests(): readonly SeenRequest[];
}

const PRIVATE_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

const TOKEN_PATH = '/app/installations/3/access_tokens';

/**
 * The real gateway in front of a server that says what a test wants. The clock starts at the present, as auth-app dates
 * tokens by the machine's.
 */
export async function startGateway(
  reply: (request: SeenRequest) => Reply,
  options: {
    token?: (count: number) => Reply;
    privateKey?: string;
    timeoutMs?: number;
    /** Below which the API stands, as on a GitHub Enterprise Server. */
    basePath?: string;
  } = {},
): Promise<Gateway> {
  let minted = 0;
  const { privateKey = PRIVATE_KEY, timeoutMs = 5_000, basePath = '' } = options;
  const isTokenRequest = (request: SeenRequest) => request.line === `POST ${basePath}${TOKEN_PATH}`;
  const server = await startScriptedServer(request => {
    if (!isTokenRequest(request)) return reply(request);
    minted += 1;
    return options.token?.(minted) ?? tokenReply(`token-${minted}`);
  });
  const clock = createMovingClock(new Date());
  const logger = createCollectingLogger();
  const baseUrl = `${server.url}${basePath}`;
  const github = createGitHub({ appId: 42, privateKey, baseUrl, clock, logger, timeoutMs });
  return {
    github,
    clock,
    logger,
    server,
    asked: () => server.requests.filter(request => !isTokenRequest(request)),
    tokenRequests: () => server.requests.filter(isTokenRequest),
  };
}

export function tokenReply(token: string): Reply {
  const body = {
    token,
    expires_at: '2099-01-01T00:00:00Z',
    permissions: {},
    repository_selection: 'selected',
  };
  return { status: 201, body };
}
