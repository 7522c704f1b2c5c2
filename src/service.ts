import type { Config } from './config.ts';
import { createReviewer } from './engine/create-reviewer.ts';
import { createGitHub } from './github/create-github.ts';
import type { Clock, Logger, Reviewer } from './ports.ts';
import { openSqliteStore } from './store/open-sqlite-store.ts';
import { type Accept, createAccept } from './webhooks/accept.ts';
import { createWorker } from './workflow/worker.ts';

/** What the service stands on; a test may put its own reviewer in place of the worker threads. */
export interface ServiceParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly reviewer?: Reviewer;
}

/** Everything behind the front door, at work: events go in at `accept`, check runs come out at GitHub. */
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
 * Opens the store and sets the worker to work on what waits there. Rejects where the rubric is broken or the store
 * cannot be opened.
 */
export async function startService(config: Config, parts: ServiceParts): Promise<Service> {
  const { clock, logger } = parts;
  const { appId, privateKey, githubApiUrl, githubWebUrl: webUrl } = config;
  const reviewer = parts.reviewer ?? createReviewer();
  const opened = await openSqliteStore({ path: config.dataPath, clock, logger }).catch(async error => {
    await reviewer.close();
    throw error;
  });
  const { queue, close: closeStore, ...stores } = opened;
  const { store } = stores;
  const github = createGitHub({ appId, privateKey, baseUrl: githubApiUrl, clock, logger });
  queue.work(createWorker({ ...stores, github, reviewer, clock, logger, webUrl }));
  return {
    accept: createAccept({ store, context: { appId }, logger }),
    async checkReady() {
      await store.readTarget(NO_TARGET);
    },
    idle: () => queue.idle(),
    stopWork: deadline => queue.stop(deadline),
    async close() {
      await reviewer.close();
      await closeStore();
    },
  };
}
