import { ShowworkError } from '../../../src/errors.ts';
import type { GitHub } from '../../../src/ports.ts';

/** The calls of a fake: on record, and with what a test plans for them. */
export interface Calls {
  /** Such as `readTree` or `createCheckRun`, in order; each stands for one request of the gateway. */
  readonly requests: (keyof GitHub)[];
  /** Runs one request as planned. */
  request<Result>(call: keyof GitHub, carryOut: () => Result): Promise<Result>;
  /** The next call of that function fails; with `carriedOut` GitHub did it all the same. */
  failNext(call: keyof GitHub, error: ShowworkError, options?: { carriedOut: boolean }): void;
  /** Happens once, before the next call of that function is answered. */
  beforeNext(call: keyof GitHub, happens: () => void | Promise<void>): void;
  /** From now on every request fails so. */
  failAll(error: ShowworkError): void;
}

interface Planned {
  readonly error?: ShowworkError;
  readonly carriedOut?: boolean;
  readonly happens?: () => void | Promise<void>;
}

export function recordCalls(): Calls {
  const requests: (keyof GitHub)[] = [];
  const planned = new Map<keyof GitHub, Planned[]>();
  let failure: ShowworkError | null = null;

  function plan(call: keyof GitHub, entry: Planned): void {
    planned.set(call, [...(planned.get(call) ?? []), entry]);
  }

  return {
    requests,
    async request(call, carryOut) {
      requests.push(call);
      const entry = planned.get(call)?.shift();
      await entry?.happens?.();
      if (failure !== null) throw failure;
      if (entry?.error === undefined) return carryOut();
      if (entry.carriedOut === true) carryOut();
      throw entry.error;
    },
    failNext: (call, error, options) => plan(call, { error, ...options }),
    beforeNext: (call, happens) => plan(call, { happens }),
    failAll(error) {
      failure = error;
    },
  };
}

export function gone(what: string): ShowworkError {
  return new ShowworkError('GITHUB_GONE', `no ${what}`);
}

export function rejected(what: string): ShowworkError {
  return new ShowworkError('GITHUB_REJECTED', `no ${what}`);
}
