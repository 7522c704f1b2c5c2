import type { DocumentNode } from 'graphql';
import { z } from 'zod';
import { Refusal } from '../answer.ts';
import { type AskedRequest, demandJson, type ReceivedRequest, readJson } from '../asked-request.ts';
import { demandCaller } from '../rules/permissions.ts';
import type { World } from '../state/world.ts';
import { answerDocument } from './answer-document.ts';
import { loadGraphQL } from './schema.ts';

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
export type GraphQLBody = z.infer<typeof Body>;

/** docs.github.com/en/graphql/guides/forming-calls-with-graphql: one address, always POST. */
export function isGraphQL({ method, path }: ReceivedRequest): boolean {
  return method === 'POST' && path === '/graphql';
}

export async function readGraphQLRequest(world: World, request: ReceivedRequest): Promise<AskedRequest> {
  const body = readJson(request.text);
  const { data } = Body.safeParse(body);
  const document = data && (await parseDocument(data.query));
  return {
    operationId: `graphql/${rootFieldOf(document, data?.operationName) ?? 'unreadable'}`,
    resource: 'graphql',
    isOpen: false,
    body,
    async answer(caller, report) {
      demandCaller(caller, 'installation');
      demandJson(request.text, body);
      if (data === undefined) {
        report('invalid-request', ['The body is no GraphQL request.']);
        throw new Refusal(400, 'A query attribute must be specified and must be a string.');
      }
      return answerDocument({ world, caller }, data, document ?? null, report);
    },
  };
}

/** Null where it is no GraphQL. */
async function parseDocument(text: string): Promise<DocumentNode | null> {
  const { parse } = await loadGraphQL();
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** The first field that the operation asks for, as `minimize-comment`. */
function rootFieldOf(document: DocumentNode | null | undefined, name: string | null | undefined) {
  for (const definition of document?.definitions ?? []) {
    if (definition.kind !== 'OperationDefinition') continue;
    if (name && definition.name?.value !== name) continue;
    const [first] = definition.selectionSet.selections;
    if (first?.kind === 'Field') return first.name.value.replace(/[A-Z]/g, '-$&').toLowerCase();
  }
  return undefined;
}
