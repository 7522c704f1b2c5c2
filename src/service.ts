import type { Config } from './config.ts';
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
import { openPostgresStore } from './store/open-postgres-store.ts';
import { openSqliteStore } from './store/open-sqlite-store.ts';
import type { OpenStore, StoreOptions } from './store/open-store.ts';
import { type Accept, createAccept } from './webhooks/accept.ts';

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

/**
 * Everything behind the front door, at work: events go in at `accept`, check runs come out at GitHub, in this process or
 * in another one on the same database.
 */
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
 * Opens the store and, unless the process is for the web only, sets the worker to work on what waits there. Rejects
 * where the rubric is broken or the store cannot be opened.
 */
export async function startService(config: Config, parts: ServiceParts): Promise<Service> {
  const { clock, logger, observer = UNOBSERVED, setAlarm = systemAlarm(clock) } = parts;
  // A process for the web alone does not need the memory that reviewing takes.
  const work = config.role === 'web' ? null : await import('./work.ts');
  const reviewer = work === null ? null : (parts.reviewer ?? work.createReviewer({ observer }));
  const opened = await openStore(config, { clock, logger, setAlarm }).catch(async error => {
    await reviewer?.close();
    throw error;
  });
  const { store, queue, stats, probe } = opened;
  const { appId, privateKey, githubApiUrl: baseUrl, githubWebUrl: webUrl } = config;
  const gateway = { appId, privateKey, baseUrl, clock, logger, observer };
  const app = createGitHubApp(gateway);
  const begun =
    reviewer === null
      ? null
      : work?.startWork({ opened, reviewer, app, gateway, observer, setAlarm, webUrl });
  return {
    accept: createAccept({ store, context: { appId }, logger }),
    stats,
    probe,
    app,
    idle: () => queue.idle(),
    async stopWork(deadline) {
      await Promise.all([queue.stop(deadline), begun?.stopSweeps(deadline)]);
    },
    async close() {
      await reviewer?.close();
      await opened.close();
    },
  };
}

function openStore({ databaseUrl, dataPath }: Config, options: StoreOptions): Promise<OpenStore> {
  return databaseUrl === null
    ? openSqliteStore({ path: dataPath, ...options })
    : openPostgresStore({ databaseUrl, ...options });
}
