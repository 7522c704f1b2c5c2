/** What a process shows of itself, whatever its role: alive, ready, and in figures. */
import type { FastifyInstance } from 'fastify';
import type { Clock, GitHubApp, Logger, Observer, QueueStats, WriteProbe } from '../ports.ts';
import { watchCredentials, withCredentials } from './credentials.ts';
import { registerHealth } from './health.ts';
import { createMetrics } from './metrics.ts';
import { createReadiness } from './readiness.ts';

/** Whom a process asks about itself. */
export interface SeenParts {
  readonly stats: QueueStats;
  readonly probe: WriteProbe;
  readonly app: Pick<GitHubApp, 'readApp'>;
}

export interface Seen {
  /** To be told of what happens. */
  readonly observer: Observer;
  /** Adds `/healthz`, `/readyz`, `/ping` and `/metrics`. */
  register(http: FastifyInstance, parts: SeenParts): void;
}

export function createSeen({ clock, logger }: { readonly clock: Clock; readonly logger: Logger }): Seen {
  const metrics = createMetrics({ clock, logger });
  const credentials = watchCredentials();
  return {
    observer: withCredentials(metrics, credentials),
    register(http, { stats, probe, app }) {
      const tryCredentials = () => app.readApp();
      const checkReady = createReadiness({ stats, probe, credentials, tryCredentials, clock, logger });
      registerHealth(http, { checkReady });
      metrics.register(http, stats);
    },
  };
}
