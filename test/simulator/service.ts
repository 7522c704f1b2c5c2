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
import type { World } from './state/world.ts';
import { Waiting } from './waiting.ts';

/** A request as it came in; `body` undefined where there was none. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | undefined;
}

export interface ServiceOptions {
  readonly world: World;
  readonly contract: ApiContract;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly faults: Faults;
  readonly rateLimit: PrimaryRateLimit;
  /** Hold our own answers against the description too. */
  readonly checkAnswers: boolean;
}

/** GitHub's REST API, from a received request to its answer, with everything it saw on record. */
export class Service {
  readonly requests: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly waiting = new Waiting();
  /** Milliseconds added to every answer. */
  latency = 0;
  readonly #options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  /** The answer, or null where the connection is to be closed without one. */
  async answer(request: ReceivedRequest): Promise<Answer | null> {
    const { contract, faults, world } = this.#options;
    const routed = contract.route(request.method, request.path);
    const operationId = routed?.route.operationId ?? null;
    const fault = faults.take({ method: request.method, path: request.path, operationId });
    const delay = this.latency + (fault !== undefined && 'delay' in fault ? fault.delay : 0);
    if (delay > 0) await wait(delay);

    const seen = { body: undefined as unknown, caller: null as Caller | null };
    let answer: Answer | null = null;
    if (fault === undefined || 'delay' in fault || fault.carriedOut === true) {
      answer = await this.#carryOut(request, routed, seen);
    }
    if (fault !== undefined && !('delay' in fault)) answer = faultyAnswer(fault, world.wallClock.now());
    this.#log(request, operationId, seen, answer);
    return answer;
  }

  async #carryOut(
    request: ReceivedRequest,
    routed: RoutedRequest | undefined,
    seen: { body: unknown; caller: Caller | null },
  ): Promise<Answer> {
    let caller: Caller | null = null;
    try {
      caller = authenticate(this.#options.world, request.headers['authorization']);
      seen.caller = caller;
      this.rateLimit.count(caller);
      seen.body = parseBody(request.text);
      const answer = await this.#dispatch(request, routed, caller, seen.body);
      return { ...answer, headers: { ...this.rateLimit.headers(caller), ...answer.headers } };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const answer = refusalAnswer(thrown);
      const limits = caller === null ? {} : this.rateLimit.headers(caller);
      return { ...answer, headers: { ...limits, ...answer.headers } };
    }
  }

  async #dispatch(
    request: ReceivedRequest,
    routed: RoutedRequest | undefined,
    caller: Caller,
    body: unknown,
  ): Promise<Answer> {
    const { operations, contract, world, checkAnswers } = this.#options;
    if (routed === undefined) {
      this.#violation('unknown-path', request, ["GitHub's description has no such path and method."]);
      throw notFound();
    }
    const { operationId } = routed.route;
    const operation = operations.get(operationId);
    if (operation === undefined) {
      const problem = `The simulator has no ${operationId}: add it in test/simulator/operations/.`;
      this.#violation('not-simulated', request, [problem]);
      throw new Refusal(501, problem);
    }
    const { query, headers, path } = request;
    const problems = contract.requestProblems(routed, { query, headers, body });
    if (problems.length > 0) {
      this.#violation('invalid-request', request, problems);
      throw invalidRequest(problems);
    }
    const call = { world, path, params: routed.params, query, headers, body };
    const answer = await perform(operation, call, caller);
    if (checkAnswers && !(answer.body instanceof Uint8Array)) {
      const wrong = contract.responseProblems(routed, answer.status, answer.body);
      if (wrong.length > 0) this.#violation('invalid-answer', request, wrong);
    }
    return answer;
  }

  #violation(kind: Violation['kind'], request: ReceivedRequest, problems: readonly string[]): void {
    this.violations.push({ kind, method: request.method, path: request.path, problems });
  }

  #log(
    request: ReceivedRequest,
    operationId: string | null,
    seen: { body: unknown; caller: Caller | null },
    answer: Answer | null,
  ): void {
    const { method, path, query } = request;
    const token = seen.caller?.kind === 'installation' ? seen.caller.token : null;
    this.requests.push({
      method,
      path,
      query,
      operationId,
      body: seen.body,
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
  if (caller.kind !== 'installation') throw notFound();
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
  demandOneOf(alternatives, repositoryCall, installation);
  return operation.handle(repositoryCall);
}

/** Fails with GitHub's 400 where the body is not JSON. */
function parseBody(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}
