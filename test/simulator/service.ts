import type { KeyObject } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, invalidRequest, notFound, Refusal, refusalAnswer } from './answer.ts';
import type { ApiContract } from './description/api-contract.ts';
import type { RoutedRequest } from './description/route-table.ts';
import { type Faults, faultyAnswer } from './faults.ts';
import type { Call, Caller, Operation } from './operation.ts';
import type { LoggedRequest, Violation } from './request-log.ts';
import { authenticate } from './rules/authentication.ts';
import { demandCaller, demandOneOf, reachRepository } from './rules/permissions.ts';
import type { PrimaryRateLimit } from './rules/rate-limit.ts';
import { pathUnderPresentName } from './rules/renaming.ts';
import type { World } from './state/world.ts';
import { Waiting } from './waiting.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The body; empty where there was none. */
  readonly text: string;
}

export interface ServiceParts {
  readonly world: World;
  /** The app's public key. */
  readonly appKey: KeyObject;
  readonly contract: ApiContract;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly faults: Faults;
  readonly rateLimit: PrimaryRateLimit;
}

/** What becomes known of a request on its way, for the log. */
interface Exchange {
  readonly request: ReceivedRequest;
  readonly routed: RoutedRequest | undefined;
  caller: Caller | null;
  body: unknown;
}

/** GitHub's REST API, from a received request to its answer, with everything it saw on record. */
export class Service {
  readonly requests: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly waiting = new Waiting();
  /** Milliseconds added to every answer. */
  latency = 0;
  readonly #parts: ServiceParts;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
  }

  /** The answer, or null where the connection is to be closed without one. */
  async answer(request: ReceivedRequest): Promise<Answer | null> {
    const { contract, faults, world } = this.#parts;
    const { method, path } = request;
    const routed = contract.route(method, path);
    const fault = faults.take({ method, path, operationId: routed?.route.operationId ?? null });
    const delays = fault !== undefined && 'delay' in fault;
    const delay = this.latency + (delays ? fault.delay : 0);
    if (delay > 0) await wait(delay);

    const exchange: Exchange = { request, routed, caller: null, body: undefined };
    let answer: Answer | null = null;
    if (fault === undefined || delays || fault.carriedOut === true) answer = await this.#carryOut(exchange);
    if (fault !== undefined && !delays) answer = faultyAnswer(fault, world.wallClock.now());
    this.#log(exchange, answer);
    return answer;
  }

  async #carryOut(exchange: Exchange): Promise<Answer> {
    const { world, appKey, rateLimit } = this.#parts;
    let answer: Answer;
    try {
      exchange.caller = authenticate(world, appKey, exchange.request.headers['authorization']);
      if (exchange.routed?.route.operationId !== 'rate-limit/get') rateLimit.count(exchange.caller);
      answer = await this.#dispatch(exchange, exchange.caller);
    } catch (thrown) {
      answer = refusalAnswer(thrown instanceof Refusal ? thrown : this.#ownError(exchange, thrown));
    }
    if (exchange.caller === null) return answer;
    return { ...answer, headers: { ...rateLimit.headers(exchange.caller), ...answer.headers } };
  }

  async #dispatch(exchange: Exchange, caller: Caller): Promise<Answer> {
    const { operations, contract, world } = this.#parts;
    const { query, headers, method, text } = exchange.request;
    const path = pathUnderPresentName(world, method, exchange.request.path);
    const routed = path === exchange.request.path ? exchange.routed : contract.route(method, path);
    if (routed === undefined) {
      this.#violation(exchange, 'unknown-path', ["GitHub's description has no such path and method."]);
      throw notFound();
    }
    const { operationId } = routed.route;
    const operation = operations.get(operationId);
    if (operation === undefined) {
      const problem = `The simulator has no ${operationId}: add it in test/simulator/operations/.`;
      this.#violation(exchange, 'not-simulated', [problem]);
      throw new Refusal(501, problem);
    }

    const body = parseBody(text);
    exchange.body = body;
    const problems = contract.requestProblems(routed, { query, headers, body });
    if (problems.length > 0) {
      this.#violation(exchange, 'invalid-request', problems);
      throw invalidRequest(problems);
    }
    const call = { world, path, params: routed.params, query, headers, body };
    const answer = await perform(operation, call, caller);
    if (!(answer.body instanceof Uint8Array)) {
      const wrong = contract.responseProblems(routed, answer.status, answer.body);
      if (wrong.length > 0) this.#violation(exchange, 'invalid-answer', wrong);
    }
    return answer;
  }

  /** A bug of the simulator must not pass for a failure of GitHub's. */
  #ownError(exchange: Exchange, thrown: unknown): Refusal {
    const problem = thrown instanceof Error ? String(thrown.stack) : String(thrown);
    this.#violation(exchange, 'simulator-error', [problem]);
    return new Refusal(500, problem);
  }

  #violation({ request }: Exchange, kind: Violation['kind'], problems: readonly string[]): void {
    this.violations.push({ kind, method: request.method, path: request.path, problems });
  }

  #log({ request, routed, caller, body }: Exchange, answer: Answer | null): void {
    const { method, path, query } = request;
    const token = caller?.kind === 'installation' ? caller.token : null;
    this.requests.push({
      method,
      path,
      query,
      operationId: routed?.route.operationId ?? null,
      body,
      token: token && { repositoryIds: token.repositoryIds, permissions: token.permissions },
      status: answer?.status ?? null,
    });
    this.waiting.notify();
  }
}

/** Lets the operation run once the caller may use it. */
function perform(operation: Operation, call: Call, caller: Caller): Answer | Promise<Answer> {
  if (operation.caller === 'app') {
    demandCaller(caller, 'app');
    return operation.handle(call);
  }
  demandCaller(caller, 'installation');
  const { token, installation } = caller;
  if (operation.caller === 'installation') return operation.handle({ ...call, token, installation });

  const repository = reachRepository(
    call.world,
    caller,
    call.params['owner'] ?? '',
    call.params['repo'] ?? '',
  );
  const repositoryCall = { ...call, repository, token };
  const { permissions } = operation;
  const alternatives = typeof permissions === 'function' ? permissions(repositoryCall) : permissions;
  demandOneOf(alternatives, token, installation);
  return operation.handle(repositoryCall);
}

/** Fails with GitHub's 400 where the body is not JSON. */
function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}
