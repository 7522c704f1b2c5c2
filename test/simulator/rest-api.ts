import { type Answer, invalidRequest, notFound, Refusal } from './answer.ts';
import {
  type AskedRequest,
  demandJson,
  type ReceivedRequest,
  type Report,
  readJson,
} from './asked-request.ts';
import type { ApiContract } from './description/api-contract.ts';
import type { Call, Caller, Operation } from './operation.ts';
import { demandCaller, demandOneOf, reachRepository } from './rules/permissions.ts';
import { pathById, pathUnderPresentName } from './rules/renaming.ts';
import type { World } from './state/world.ts';

/** GitHub's REST API: requests and answers are held against its own description. */
export class RestApi {
  readonly #world: World;
  readonly #contract: ApiContract;
  readonly #operations: ReadonlyMap<string, Operation>;

  constructor(world: World, contract: ApiContract, operations: ReadonlyMap<string, Operation>) {
    this.#world = world;
    this.#contract = contract;
    this.#operations = operations;
  }

  read(request: ReceivedRequest): AskedRequest {
    const path = pathById(this.#world, request.path) ?? request.path;
    const routed = this.#contract.route(request.method, path);
    const operationId = routed?.route.operationId ?? null;
    return {
      operationId,
      resource: operationId === 'rate-limit/get' ? null : 'core',
      isOpen: this.#operations.get(operationId ?? '')?.caller === 'anybody',
      body: readJson(request.text),
      answer: (caller, report) => this.#answer(request, caller, report),
    };
  }

  async #answer(request: ReceivedRequest, caller: Caller, report: Report): Promise<Answer> {
    const { query, headers, method, text } = request;
    const path = pathUnderPresentName(this.#world, method, request.path);
    const routed = this.#contract.route(method, path);
    if (routed === undefined) {
      report('unknown-path', ["GitHub's description has no such path and method."]);
      throw notFound();
    }
    const { operationId } = routed.route;
    const operation = this.#operations.get(operationId);
    if (operation === undefined) {
      const problem = `The simulator has no ${operationId}: add it in test/simulator/operations/.`;
      report('not-simulated', [problem]);
      throw new Refusal(501, problem);
    }

    const body = readJson(text);
    demandJson(text, body);
    const problems = this.#contract.requestProblems(routed, { query, headers, body });
    if (problems.length > 0) {
      report('invalid-request', problems);
      throw invalidRequest(problems);
    }
    const call = { world: this.#world, path, params: routed.params, query, headers, body };
    const answer = await perform(operation, call, caller);
    if (!(answer.body instanceof Uint8Array)) {
      const wrong = this.#contract.responseProblems(routed, answer.status, answer.body);
      if (wrong.length > 0) report('invalid-answer', wrong);
    }
    return answer;
  }
}

/** Lets the operation run once the caller may use it. */
function perform(operation: Operation, call: Call, caller: Caller): Answer | Promise<Answer> {
  if (operation.caller === 'anybody') return operation.handle(call);
  if (operation.caller === 'app') {
    demandCaller(caller, 'app');
    return operation.handle(call);
  }
  demandCaller(caller, 'installation');
  const { token, installation } = caller;
  if (operation.caller === 'installation') return operation.handle({ ...call, token, installation });

  const { owner = '', repo = '' } = call.params;
  const repository = reachRepository(call.world, caller, owner, repo);
  const repositoryCall = { ...call, repository, token };
  const { permissions } = operation;
  const alternatives = typeof permissions === 'function' ? permissions(repositoryCall) : permissions;
  demandOneOf(alternatives, token, installation);
  return operation.handle(repositoryCall);
}
