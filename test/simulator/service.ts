import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, Refusal, refusalAnswer } from './answer.ts';
import type { AskedRequest, ReceivedRequest } from './asked-request.ts';
import { type Fault, type Faults, faultyAnswer, isOnlySlow } from './faults.ts';
import { isGraphQL, readGraphQLRequest } from './graphql/read-request.ts';
import type { Caller } from './operation.ts';
import type { LoggedRequest, SeenRequest, Violation } from './request-log.ts';
import type { RestApi } from './rest-api.ts';
import { authenticate } from './rules/authentication.ts';
import type { PrimaryRateLimit } from './rules/rate-limit.ts';
import type { World } from './state/world.ts';
import { Waiting } from './waiting.ts';

export interface ServiceParts {
  readonly world: World;
  readonly rest: RestApi;
  readonly faults: Faults;
  readonly rateLimit: PrimaryRateLimit;
}

/** What every answer says about the server: its time, and on GitHub Enterprise Server its version. */
function serverHeaders({ wallClock, enterpriseVersion }: World): Record<string, string> {
  return {
    date: wallClock.now().toUTCString(),
    ...(enterpriseVersion !== null && { 'x-github-enterprise-version': enterpriseVersion }),
  };
}

/** What becomes known of a request on its way, for the log. */
interface Exchange {
  readonly request: ReceivedRequest;
  readonly asked: AskedRequest;
  caller: Caller | null;
  /** Its place among all arrivals and answers. */
  readonly arrived: number;
  readonly arrivedAt: Date;
}

const STRANGER: Caller = { kind: 'person', account: null };

/** GitHub's APIs, from a received request to its answer, with everything they saw on record. */
export class Service {
  readonly requests: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly waiting = new Waiting();
  /** Told of each request when it is over, with more than the log keeps. */
  readonly watchers: ((seen: SeenRequest) => void)[] = [];
  /** Milliseconds added to every answer. */
  latency = 0;
  #ticks = 0;
  readonly #parts: ServiceParts;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
  }

  /** The answer, or null where the connection is to be closed without one. */
  async answer(request: ReceivedRequest): Promise<Answer | null> {
    const { rest, faults, world } = this.#parts;
    const { method, path } = request;
    const asked = isGraphQL(request) ? await readGraphQLRequest(world, request) : rest.read(request);
    const fault = faults.take({ method, path, operationId: asked.operationId });
    if (fault !== undefined) this.waiting.notify();
    const arrivedAt = world.wallClock.now();
    const exchange: Exchange = { request, asked, caller: null, arrived: this.#nextTick(), arrivedAt };
    const delay = this.latency + (fault !== undefined && 'delay' in fault ? fault.delay : 0);
    if (delay > 0) await wait(delay);

    const answer = await this.#answerWith(fault, exchange);
    this.#log(exchange, answer);
    return answer && { ...answer, headers: { ...serverHeaders(world), ...answer.headers } };
  }

  async #answerWith(fault: Fault | undefined, exchange: Exchange): Promise<Answer | null> {
    if (fault === undefined) return this.#carryOut(exchange);
    const answer = isOnlySlow(fault) || fault.carriedOut === true ? await this.#carryOut(exchange) : null;
    if ('hold' in fault) {
      fault.hold.reached(exchange.request.headers);
      await fault.hold.released;
      return null;
    }
    if (!isOnlySlow(fault)) return faultyAnswer(fault, this.#parts.world.wallClock.now());
    return answer && { ...answer, ...('drip' in fault && { drip: fault.drip }) };
  }

  async #carryOut(exchange: Exchange): Promise<Answer> {
    const { world, rateLimit } = this.#parts;
    const { request, asked } = exchange;
    let answer: Answer;
    try {
      exchange.caller = asked.isOpen ? STRANGER : authenticate(world, request.headers['authorization']);
      const over = asked.resource && rateLimit.count(exchange.caller, asked.resource);
      const report = (kind: Violation['kind'], problems: readonly string[]) =>
        this.#violation(request, kind, problems);
      answer = over ?? (await asked.answer(exchange.caller, report));
    } catch (thrown) {
      answer = refusalAnswer(thrown instanceof Refusal ? thrown : this.#ownError(request, thrown));
    }
    if (exchange.caller === null) return answer;
    const told = rateLimit.headers(exchange.caller, asked.resource ?? 'core');
    return { ...answer, headers: { ...told, ...answer.headers } };
  }

  /** A bug of the simulator must not pass for a failure of GitHub's. */
  #ownError(request: ReceivedRequest, thrown: unknown): Refusal {
    const problem = thrown instanceof Error ? String(thrown.stack) : String(thrown);
    this.#violation(request, 'simulator-error', [problem]);
    return new Refusal(500, problem);
  }

  #violation(request: ReceivedRequest, kind: Violation['kind'], problems: readonly string[]): void {
    this.violations.push({ kind, method: request.method, path: request.path, problems });
  }

  #nextTick(): number {
    this.#ticks += 1;
    return this.#ticks;
  }

  #log({ request, asked, caller, arrived, arrivedAt }: Exchange, answer: Answer | null): void {
    const { method, path, query, headers } = request;
    const token = caller?.kind === 'installation' ? caller.token : null;
    const logged: LoggedRequest = {
      method,
      path,
      query,
      operationId: asked.operationId,
      body: asked.body,
      token: token && { repositoryIds: token.repositoryIds, permissions: token.permissions },
      status: answer?.status ?? null,
    };
    this.requests.push(logged);
    const answered = this.#nextTick();
    const installationId = token?.installationId ?? null;
    const said = answer?.body ?? null;
    const seen: SeenRequest = {
      ...logged,
      headers,
      installationId,
      answer: said,
      arrived,
      arrivedAt,
      answered,
    };
    for (const watch of this.watchers) watch(seen);
    this.waiting.notify();
  }
}
