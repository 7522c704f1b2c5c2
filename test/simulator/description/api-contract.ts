import { OpenAPIBackend } from 'openapi-backend';
import { AJV_OPTIONS } from './ajv-options.ts';
import { closeRequestBodies, patchDescription } from './patch-description.ts';
import { chooseOperations, readGitHubDescription } from './read-description.ts';
import { buildRouteTable, type RoutedRequest } from './route-table.ts';

/** What the description can judge of a request; `body` parsed where it is JSON. */
export interface RequestContent {
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Holds requests and answers against GitHub's own description. */
export interface ApiContract {
  /** The route GitHub has for it, simulated or not; undefined where GitHub has none. */
  route(method: string, path: string): RoutedRequest | undefined;
  /** What the description has against the request, one sentence each; empty where it is valid. */
  requestProblems(routed: RoutedRequest, content: RequestContent): string[];
  /** The same for an answer with a JSON body. */
  responseProblems(routed: RoutedRequest, status: number, body: unknown): string[];
}

const loaded = new Map<string, Promise<ApiContract>>();

/**
 * The description of these operations. The first call for them reads it, in about 200 ms; a validator is compiled
 * when it is first needed, in up to 50 ms. Later calls in the same process share both.
 */
export function loadApiContract(operationIds: readonly string[]): Promise<ApiContract> {
  const key = operationIds.join(' ');
  const contract = loaded.get(key) ?? load(operationIds);
  loaded.set(key, contract);
  return contract;
}

async function load(operationIds: readonly string[]): Promise<ApiContract> {
  const { document, routes } = chooseOperations(readGitHubDescription(), operationIds);
  patchDescription(document);
  closeRequestBodies(document);
  const backend = new OpenAPIBackend({ definition: document, quick: true, ajvOpts: AJV_OPTIONS });
  await backend.init();

  return {
    route: buildRouteTable(routes),
    requestProblems(routed, content) {
      const request = {
        method: routed.route.method,
        path: routed.path,
        query: { ...content.query },
        headers: { ...content.headers },
        body: content.body,
      };
      return sentences(backend.validateRequest(request, routed.route.operationId).errors);
    },
    responseProblems(routed, status, body) {
      return sentences(backend.validateResponse(body, routed.route.operationId, status).errors);
    },
  };
}

interface Problem {
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params?: unknown;
}

function sentences(problems: readonly Problem[] | null | undefined): string[] {
  return (problems ?? []).map(problem => {
    const where = problem.instancePath === '' ? '/' : problem.instancePath;
    return `${where}: ${problem.message ?? 'invalid'} ${JSON.stringify(problem.params)}`;
  });
}
