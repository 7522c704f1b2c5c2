import type { Config } from './config.ts';
import { createReviewer } from './engine/create-reviewer.ts';
import { createGitHub } from './github/create-github.ts';
import { createGitHubApp } from './github/create-github-app.ts';
import {
  type Clock,
  type GitHubApp,
  type Logger,
  type Observer,
  type QueueStats,
  type Reviewer,
  type SetAlarm,
  UNOBSERVED,
  type WriteProbe,
} from './ports.ts';
import { systemAlarm } from './store/alarm.ts';
import { observedLimiter } from './store/observed-limiter.ts';
import { openSqliteStore } from './store/open-sqlite-store.ts';
import { SWEEPS } from './sweeps/all-sweeps.ts';
import { EVERY_TURN, startSweeps } from './sweeps/run-sweeps.ts';
import { type Accept, createAccept } from './webhooks/accept.ts';
import { createWorker } from './workflow/worker.ts';

/** What the service stands on; a test may put its own reviewer in place of the worker threads. */
export interface ServiceParts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Counts nothing unless given. */
  readonly observer?: Observer;
  readonly reviewer?: Reviewer;
  /** How to wait for a time of `clock`; timers of the system unless given. */
  readonly setAlarm?: SetAlarm;
}

/** Everything behind the front door, at work: events go in at `accept`, check runs come out at GitHub. */
export interface Service {
  readonly accept: Accept;
  readonly stats: QueueStats;
  readonly probe: WriteProbe;
  /** GitHub, asked as the app itself. */
  readonly app: GitHubApp;
  /** Resolves when nothing that was accepted is ready or under way. */
  idle(): Promise<void>;
  /** Hands out no more work; what runs is finished, or released at the deadline for the next process. */
  stopWork(deadline: Date): Promise<void>;
  /** Writes what was accepted and closes the store; call when nothing comes in any more. */
  close(): Promise<void>;
}

/**
 * Opens the store and sets the worker to work on what waits there. Rejects where the rubric is broken or the store
 * cannot be opened.
 */
export async function startService(config: Config, parts: ServiceParts): Promise<Service> {
  const { clock, logger, observer = UNOBSERVED, setAlarm = systemAlarm(clock) } = parts;
  const { appId, privateKey, githubApiUrl: baseUrl, githubWebUrl: webUrl } = config;
  const reviewer = parts.reviewer ?? createReviewer({ observer });
  const opened = await openSqliteStore({ path: config.dataPath, clock, logger, setAlarm }).catch(
    async error => {
      await reviewer.close();
      throw error;
    },
  );
  const {
    queue,
    stats,
    probe,
    failedDeliveries,
    heads,
    intents,
    pruning,
    close: closeStore,
    ...stores
  } = opened;
  const { store } = stores;
  const limiter = observedLimiter(stores.limiter, observer);
  const asking = { appId, privateKey, baseUrl, clock, logger, observer };
  const github = createGitHub(asking);
  const app = createGitHubApp(asking);
  queue.work(createWorker({ ...stores, limiter, github, reviewer, clock, logger, webUrl }));
  const sweeps = startSweeps({
    sweeps: SWEEPS,
    tools: { app, github, store, failedDeliveries, heads, intents, pruning, limiter, clock, logger },
    turns: EVERY_TURN,
    setAlarm,
    observer,
    random: Math.random,
  });
  return {
    accept: createAccept({ store, context: { appId }, logger }),
    stats,
    probe,
    app,
    idle: () => queue.idle(),
    async stopWork(deadline) {
      await Promise.all([queue.stop(deadline), sweeps.stop(deadline)]);
    },
    async close() {
      await reviewer.close();
      await closeStore();
    },
  };
}
