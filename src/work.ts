/** The side of the service that works off what was accepted. Only processes that work load it, and what it needs. */
import { createReviewer } from './engine/create-reviewer.ts';
import { createGitHub, type GitHubOptions } from './github/create-github.ts';
import type { GitHubApp, Observer, Reviewer, SetAlarm } from './ports.ts';
import { observedLimiter } from './store/observed-limiter.ts';
import type { OpenStore } from './store/open-store.ts';
import { SWEEPS } from './sweeps/all-sweeps.ts';
import { startSweeps } from './sweeps/run-sweeps.ts';
import { createWorker } from './workflow/worker.ts';

export { createReviewer };

export interface WorkOptions {
  readonly opened: OpenStore;
  readonly reviewer: Reviewer;
  readonly app: GitHubApp;
  readonly gateway: GitHubOptions;
  readonly observer: Observer;
  readonly setAlarm: SetAlarm;
  /** Where links for people lead. */
  readonly webUrl: string;
}

/** Sets the worker to work, and the sweeps to look for what was lost; each sweep runs in one process at a time. */
export function startWork(options: WorkOptions): { readonly stopSweeps: (deadline: Date) => Promise<void> } {
  const { opened, reviewer, app, gateway, observer, setAlarm, webUrl } = options;
  const { clock, logger } = gateway;
  const { queue, leases, store, failedDeliveries, heads, intents, pruning } = opened;
  const limiter = observedLimiter(opened.limiter, observer);
  const github = createGitHub(gateway);
  const { publications, posts, words, settings, commands, reports } = opened;
  const stores = { store, publications, posts, words, settings, commands, reports, limiter };
  queue.work(createWorker({ ...stores, github, reviewer, clock, logger, webUrl }));
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
