/** What the queue knows of other processes that work on the same jobs. */
import type { Clock, Leases, Logger } from '../../ports.ts';
import type { LeaseTime } from '../leases.ts';
import type { Database } from '../tables.ts';
import { logReleased } from './queue-log.ts';
import { releaseInterrupted } from './release-jobs.ts';

export interface Peers {
  /** How this process is called among them. */
  readonly holder: string;
  /** How often to look at the jobs unasked, in milliseconds; null where nobody else changes them. */
  readonly pollMs: number | null;
  /** Called before jobs are taken, at least every `pollMs`. */
  attend(): Promise<void>;
  /** Calls back when another process may have enqueued something, until `leave`. */
  listen(poke: () => void): void;
  /** Tells the others that something was enqueued. */
  wake(): void;
  /** No job of this process runs any more. */
  leave(): Promise<void>;
}

/** For the only process on a database. */
export function nobodyElse(holder: string): Peers {
  return {
    holder,
    pollMs: null,
    attend: async () => {},
    listen: () => {},
    wake: () => {},
    leave: async () => {},
  };
}

/** How long the jobs of a process that ended without a word wait, at most this and `ATTEND_MS` longer. */
export const PROCESS_LEASE_MS = 30_000;
const ATTEND_MS = 5_000;
/** A word of another process that was lost costs so much. */
const POLL_MS = 1_000;

/** How processes tell each other of new jobs; losing a word costs a little time. */
export interface Bell {
  listen(ring: () => void): void;
  ring(): void;
  close(): Promise<void>;
}

export interface PeersParts {
  readonly db: Database;
  readonly holder: string;
  readonly leases: Leases;
  readonly leaseTime: LeaseTime;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Each process that works holds a lease for as long as it lives; the jobs of one that does not are let go by whoever
 * sees it.
 */
export function createPeers(parts: PeersParts): Peers {
  const { db, holder, leases, leaseTime, bell, clock, logger } = parts;
  const lease = `process/${holder}`;
  /** By a clock that nobody sets. */
  let attendedAt = Number.NEGATIVE_INFINITY;
  return {
    holder,
    pollMs: POLL_MS,
    attend: async () => {
      const now = performance.now();
      if (now < attendedAt + ATTEND_MS) return;
      await leases.tryHold(lease, PROCESS_LEASE_MS);
      logReleased(logger, await releaseInterrupted(db, holder, clock.now().getTime(), leaseTime()));
      attendedAt = now;
    },
    listen: bell.listen,
    wake: bell.ring,
    leave: async () => {
      await bell.close();
      await leases.release(lease);
    },
  };
}
