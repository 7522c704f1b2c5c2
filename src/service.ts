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
import { openPostgresStore } from './store/open-postgres-store.ts';
import { openSqliteStore } from './store/open-sqlite-store.ts';
import type { OpenStore } from './store/open-store.ts';
import { SWEEPS } from './sweeps/all-sweeps.ts';
import { startSweeps } from './sweeps/run-sweeps.ts';
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
  const assembly: Assembly = { observer: UNOBSERVED, setAlarm: systemAlarm(parts.clock), ...parts };
  const { logger, observer } = assembly;
  const reviewer = config.role === 'web' ? null : (parts.reviewer ?? createReviewer({ observer }));
  const opened = await openStore(config, assembly).catch(async error => {
    await reviewer?.close();
    throw error;
  });
  const { store, queue, stats, probe } = opened;
  const app = createGitHubApp(gatewayOptions(config, assembly));
  const work = reviewer === null ? null : startWork(config, assembly, { opened, reviewer, app });
  return {
    accept: createAccept({ store, context: { appId: config.appId }, logger }),
    stats,
    probe,
    app,
    idle: () => queue.idle(),
    async stopWork(deadline) {
      await Promise.all([queue.stop(deadline), work?.stopSweeps(deadline)]);
    },
    async close() {
      await reviewer?.close();
      await opened.close();
    },
  };
}

/** What was not given has its default. */
type Assembly = ServiceParts & Required<Pick<ServiceParts, 'observer' | 'setAlarm'>>;

function openStore({ databaseUrl, dataPath }: Config, options: Assembly): Promise<OpenStore> {
  const { clock, logger, setAlarm } = options;
  return databaseUrl === null
    ? openSqliteStore({ path: dataPath, clock, logger, setAlarm })
    : openPostgresStore({ databaseUrl, clock, logger, setAlarm });
}

function gatewayOptions({ appId, privateKey, githubApiUrl }: Config, { clock, logger, observer }: Assembly) {
  return { appId, privateKey, baseUrl: githubApiUrl, clock, logger, observer };
}

interface WorkParts {
  readonly opened: OpenStore;
  readonly reviewer: Reviewer;
  readonly app: GitHubApp;
}

/** Sets the worker to work, and the sweeps to look for what was lost; each sweep runs in one process at a time. */
function startWork(
  config: Config,
  assembly: Assembly,
  { opened, reviewer, app }: WorkParts,
): { readonly stopSweeps: (deadline: Date) => Promise<void> } {
  const { clock, logger, observer, setAlarm } = assembly;
  const { queue, leases, store, failedDeliveries, heads, intents, pruning } = opened;
  const limiter = observedLimiter(opened.limiter, observer);
  const github = createGitHub(gatewayOptions(config, assembly));
  const { publications, posts, words, settings, commands, reports } = opened;
  const stores = { store, publications, posts, words, settings, commands, reports, limiter };
  queue.work(createWorker({ ...stores, github, reviewer, clock, logger, webUrl: config.githubWebUrl }));
  const sweeps = startSweeps({
    sweeps: SWEEPS,
    tools: { app, github, store, failedDeliveries, heads, intents, pruning, limiter, clock, logger },
    turns: leases,
    setAlarm,
    observer,
    random: Math.random,
  });
  return { stopSweeps: deadline => sweeps.stop(deadline) };
}
