import { type Answer, Refusal } from './answer.ts';
import type { Caller } from './operation.ts';
import type { Violation } from './request-log.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The body; empty where there was none. */
  readonly text: string;
}

/** The pools that GitHub counts requests in (rest/rate-limit/rate-limit). */
export type RateLimitResource = 'core' | 'graphql';

export type Report = (kind: Violation['kind'], problems: readonly string[]) => void;

/** What a request asks for, through REST or through GraphQL, before it is known who asks. */
export interface AskedRequest {
  /** Null where GitHub has no such path. */
  readonly operationId: string | null;
  /** Null where asking is free. */
  readonly resource: RateLimitResource | null;
  /** True where GitHub asks for no credentials. */
  readonly isOpen: boolean;
  /** The JSON body; undefined where there was none, or no JSON. */
  readonly body: unknown;
  /** Carries it out. Fails with a `Refusal`; whatever breaks GitHub's description is reported. */
  answer(caller: Caller, report: Report): Promise<Answer>;
}

/** Undefined where the text is empty or no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Fails with GitHub's 400 where `text` is there and was no JSON. */
export function demandJson(text: string, body: unknown): void {
  if (text !== '' && body === undefined) throw new Refusal(400, 'Problems parsing JSON');
}
