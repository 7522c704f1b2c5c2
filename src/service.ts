import type { Config } from './config.ts';
import { createReviewer } from './engine/create-reviewer.ts';
import { createGitHub } from './github/create-github.ts';
import type { Clock, Logger, Reviewer, Worker } from './ports.ts';
import { openPostgresStore } from './store/open-postgres-store.ts';
import { openSqliteStore } from './store/open-sqlite-store.ts';
import type { OpenStore } from './store/open-store.ts';
import { type Accept, createAccept } from './webhooks/accept.ts';
import { createWorker } from './workflow/worker.ts';

/** What the service stands on; a test may put its own reviewer in place of the worker threads. */
export interface ServiceParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly reviewer?: Reviewer;
}

/**
 * Everything behind the front door, at work: events go in at `accept`, check runs come out at GitHub, in this process or
 * in another one on the same database.
 */
export interface Service {
  readonly accept: Accept;
  /** Rejects where the store does not answer. */
  checkReady(): Promise<void>;
  /** Resolves when nothing that was accepted is ready or under way. */
  idle(): Promise<void>;
  /** Hands out no more work; what runs is finished, or released at the deadline for the next process. */
  stopWork(deadline: Date): Promise<void>;
  /** Writes what was accepted and closes the store; call when nothing comes in any more. */
  close(): Promise<void>;
}

/** A key that no target has: reading it shows whether the store answers. */
const NO_TARGET = '0/readiness';

/**
 * Opens the store and, unless the process is for the web only, sets the worker to work on what waits there. Rejects
 * where the rubric is broken or the store cannot be opened.
 */
export async function startService(config: Config, parts: ServiceParts): Promise<Service> {
  const { logger } = parts;
  const reviewer = config.role === 'web' ? null : (parts.reviewer ?? createReviewer());
  const opened = await openStore(config, parts).catch(async error => {
    await reviewer?.close();
    throw error;
  });
  const { store, queue } = opened;
  if (reviewer !== null) queue.work(assembleWorker(config, parts, opened, reviewer));
  return {
    accept: createAccept({ store, context: { appId: config.appId }, logger }),
    async checkReady() {
      await store.readTarget(NO_TARGET);
    },
    idle: () => queue.idle(),
    stopWork: deadline => queue.stop(deadline),
    async close() {
      await reviewer?.close();
      await opened.close();
    },
  };
}

function openStore({ databaseUrl, dataPath }: Config, { clock, logger }: ServiceParts): Promise<OpenStore> {
  return databaseUrl === null
    ? openSqliteStore({ path: dataPath, clock, logger })
    : openPostgresStore({ databaseUrl, clock, logger });
}

function assembleWorker(
  config: Config,
  { clock, logger }: ServiceParts,
  stores: OpenStore,
  reviewer: Reviewer,
): Worker {
  const { appId, privateKey, githubApiUrl: baseUrl, githubWebUrl: webUrl } = config;
  const github = createGitHub({ appId, privateKey, baseUrl, clock, logger });
  return createWorker({ ...stores, github, reviewer, clock, logger, webUrl });
}
