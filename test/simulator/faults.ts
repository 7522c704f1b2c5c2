import type { Answer } from './answer.ts';
import { primaryLimitAnswer, secondaryLimitAnswer } from './rules/rate-limit-answers.ts';

/** What a fault can be told about a request before it is carried out. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  /** GitHub's operation id, such as `checks/create`, or `graphql/minimize-comment`; null where the path is unknown. */
  readonly operationId: string | null;
}

export type FaultKind =
  /** Answers this status instead. */
  | { readonly status: number; readonly body?: object; readonly headers?: Readonly<Record<string, string>> }
  /** Closes the connection without an answer. */
  | { readonly reset: true }
  /** Waits this many milliseconds, then goes on as usual. */
  | { readonly delay: number }
  /** Answers 200 with text that stops in the middle of its JSON. */
  | { readonly wrongJson: true }
  /** Answers as usual, in pieces with so many milliseconds between them. */
  | { readonly drip: number }
  /** Keeps the answer back until it is released, and then closes the connection: time to end who waits for it. */
  | { readonly hold: Hold }
  /**
   * Answers as GitHub does when a limit is hit; seconds until calls are welcome again, 60 unless told. `asErrors`: with
   * status 200 and an `errors` body, as GraphQL always says the primary limit and may say the secondary one.
   */
  | {
      readonly rateLimit: 'primary' | 'secondary';
      readonly seconds?: number;
      readonly asErrors?: boolean;
    };

/** A request that is held. */
export interface Hold {
  /** Called with the request's headers once it is held. */
  reached(headers: Readonly<Record<string, string>>): void;
  readonly released: Promise<void>;
}

export type Fault = FaultKind & {
  /** Operation id, or a pattern on `METHOD /path`; every request where absent. */
  readonly match?: string | RegExp;
  /** How many matching requests it meets; once unless told. */
  readonly times?: number;
  /** How many matching requests pass before it starts. */
  readonly after?: number;
  /** The request is carried out all the same and only its answer is lost: what makes a repeated POST a double. */
  readonly carriedOut?: boolean;
};

interface Planned {
  readonly fault: Fault;
  toPass: number;
  left: number;
}

/** Faults that wait for their request. */
export class Faults {
  #planned: Planned[] = [];

  /** Plans a fault; of several that match a request the first planned one meets it. */
  next(fault: Fault): void {
    this.#planned.push({ fault, toPass: fault.after ?? 0, left: fault.times ?? 1 });
  }

  /** Forgets what has not happened yet. */
  clear(): void {
    this.#planned = [];
  }

  /** True while some planned fault has not met all its requests. */
  get pending(): boolean {
    return this.#planned.length > 0;
  }

  /** The fault that meets this request, if any. */
  take(subject: FaultSubject): Fault | undefined {
    for (const planned of this.#planned) {
      if (!matches(planned.fault, subject)) continue;
      if (planned.toPass > 0) {
        planned.toPass -= 1;
        continue;
      }
      planned.left -= 1;
      if (planned.left === 0) this.#planned = this.#planned.filter(other => other !== planned);
      return planned.fault;
    }
    return undefined;
  }
}

/** True where the request is carried out and answered as ever, only later or more slowly. */
export function isOnlySlow(fault: Fault): fault is Extract<Fault, { delay: number } | { drip: number }> {
  return 'delay' in fault || 'drip' in fault;
}

/** The answer a fault puts in place of GitHub's, or null where it closes the connection. */
export function faultyAnswer(fault: Fault, now: Date): Answer | null {
  if ('status' in fault) {
    return { status: fault.status, body: fault.body ?? { message: 'Fault' }, headers: fault.headers ?? {} };
  }
  if ('wrongJson' in fault) {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return { status: 200, body: Buffer.from('{"id": 1, "node_id": "'), headers };
  }
  if (!('rateLimit' in fault)) return null;
  const { rateLimit, seconds = 60, asErrors = false } = fault;
  if (rateLimit === 'secondary') return secondaryLimitAnswer(seconds, { asErrors });
  return primaryLimitAnswer(Math.ceil(now.getTime() / 1000) + seconds, { asErrors });
}

function matches(fault: Fault, subject: FaultSubject): boolean {
  if (fault.match === undefined) return true;
  if (typeof fault.match === 'string') return fault.match === subject.operationId;
  return fault.match.test(`${subject.method} ${subject.path}`);
}
