import { Refusal } from '../answer.ts';
import type { Caller } from '../operation.ts';
import type { World } from '../state/world.ts';

const HOUR_MS = 3_600_000;

interface Window {
  used: number;
  readonly resetAt: number;
}

/**
 * The primary rate limit: requests per installation and hour, counted in fixed windows.
 * Source: docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export class PrimaryRateLimit {
  readonly #world: World;
  readonly #windows = new Map<string, Window>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Counts one request. Fails with 403 once the window is used up. */
  count(caller: Caller): void {
    const window = this.#windowOf(caller);
    window.used += 1;
    if (window.used <= this.#world.limits.requestsPerHour) return;
    throw new Refusal(403, 'API rate limit exceeded for installation.', {}, this.headers(caller));
  }

  /** The headers GitHub puts on every answer. */
  headers(caller: Caller): Record<string, string> {
    const { limit, remaining, used, reset } = this.state(caller);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    };
  }

  /** `reset` in seconds since 1970. */
  state(caller: Caller): { limit: number; remaining: number; used: number; reset: number } {
    const { used, resetAt } = this.#windowOf(caller);
    const limit = this.#world.limits.requestsPerHour;
    return { limit, remaining: Math.max(0, limit - used), used, reset: Math.ceil(resetAt / 1000) };
  }

  #windowOf(caller: Caller): Window {
    const key = caller.kind === 'app' ? 'app' : String(caller.installation.id);
    const now = this.#world.wallClock.now().getTime();
    const current = this.#windows.get(key);
    if (current !== undefined && current.resetAt > now) return current;
    const fresh = { used: 0, resetAt: now + HOUR_MS };
    this.#windows.set(key, fresh);
    return fresh;
  }
}
