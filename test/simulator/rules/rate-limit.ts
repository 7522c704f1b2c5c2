import type { Answer } from '../answer.ts';
import type { RateLimitResource } from '../asked-request.ts';
import type { Caller } from '../operation.ts';
import type { World } from '../state/world.ts';
import { primaryLimitAnswer } from './rate-limit-answers.ts';

const HOUR_MS = 3_600_000;

interface Window {
  used: number;
  readonly resetAt: number;
}

/**
 * The primary rate limit: requests per installation and hour, counted in fixed windows; GraphQL has an equal pool of its
 * own, in which each request here costs one point.
 * Sources: docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api, en/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api
 */
export class PrimaryRateLimit {
  readonly #world: World;
  readonly #windows = new Map<string, Window>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Counts one request. Null, or GitHub's refusal once the window is used up: 403, from GraphQL 200 with errors. */
  count(caller: Caller, resource: RateLimitResource): Answer | null {
    const window = this.#windowOf(caller, resource);
    window.used += 1;
    if (window.used <= this.#world.limits.requestsPerHour) return null;
    const { reset } = this.state(caller, resource);
    return primaryLimitAnswer(reset, { asErrors: resource === 'graphql' });
  }

  /** The headers GitHub puts on every answer. */
  headers(caller: Caller, resource: RateLimitResource): Record<string, string> {
    const { limit, remaining, used, reset } = this.state(caller, resource);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': resource,
    };
  }

  /** `reset` in seconds since 1970. */
  state(caller: Caller, resource: RateLimitResource) {
    const { used, resetAt } = this.#windowOf(caller, resource);
    const limit = this.#world.limits.requestsPerHour;
    return { limit, remaining: Math.max(0, limit - used), used, reset: Math.ceil(resetAt / 1000) };
  }

  #windowOf(caller: Caller, resource: RateLimitResource): Window {
    const key = `${resource} ${caller.kind === 'installation' ? caller.installation.id : caller.kind}`;
    const now = this.#world.wallClock.now().getTime();
    const current = this.#windows.get(key);
    if (current !== undefined && current.resetAt > now) return current;
    const fresh = { used: 0, resetAt: now + HOUR_MS };
    this.#windows.set(key, fresh);
    return fresh;
  }
}
