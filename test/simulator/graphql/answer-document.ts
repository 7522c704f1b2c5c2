import type { DocumentNode, GraphQLError, GraphQLFieldResolver } from 'graphql';
import { type Answer, ok, Refusal } from '../answer.ts';
import type { Report } from '../asked-request.ts';
import type { InstallationCaller } from '../operation.ts';
import type { World } from '../state/world.ts';
import type { GraphQLBody } from './read-request.ts';
import { GraphQLRefusal, NotSimulated } from './refusal.ts';
import { graphQLRoot } from './root.ts';
import { loadGitHubSchema, loadGraphQL } from './schema.ts';

/** Whom and what the fields are answered from. */
export interface GraphQLContext {
  readonly world: World;
  readonly caller: InstallationCaller;
}

/**
 * Holds the document and its variables against GitHub's schema and executes it. Whatever GitHub says no to, it says with
 * status 200 and a list `errors` (docs.github.com/en/graphql/guides/forming-calls-with-graphql).
 */
export async function answerDocument(
  context: GraphQLContext,
  body: GraphQLBody,
  document: DocumentNode | null,
  report: Report,
): Promise<Answer> {
  const { execute, validate } = await loadGraphQL();
  if (document === null) return invalid(['Parse error'], report);
  const schema = await loadGitHubSchema();
  const problems = validate(schema, document);
  if (problems.length > 0) return invalid(messages(problems), report);

  const { data, errors = [] } = await execute({
    schema,
    document,
    rootValue: graphQLRoot,
    contextValue: context,
    variableValues: body.variables ?? {},
    operationName: body.operationName ?? null,
    fieldResolver,
  });
  // Without `data` nothing was executed: the variables do not fit, or there is no such operation.
  if (data === undefined) return invalid(messages(errors), report);
  for (const error of errors) throwUnlessGitHubs(error, report);
  return ok({ data, ...(errors.length > 0 && { errors: errors.map(errorShape) }) });
}

/** A field is a value, or a function of its arguments; one that is not there at all is not simulated. */
const fieldResolver: GraphQLFieldResolver<object, GraphQLContext> = (source, args, context, info) => {
  const field: unknown = Reflect.get(source, info.fieldName);
  if (typeof field === 'function') return field(args, context);
  if (field !== undefined) return field;
  const name = `${info.parentType.name}.${info.fieldName}`;
  throw new NotSimulated(`The simulator has no ${name}: add it in test/simulator/graphql/.`);
};

function invalid(problems: readonly string[], report: Report): Answer {
  report('invalid-request', problems);
  return ok({ errors: problems.map(message => ({ message })) });
}

/** Goes on only with what GitHub itself would have against the request. */
function throwUnlessGitHubs({ originalError, message }: GraphQLError, report: Report): void {
  if (originalError instanceof GraphQLRefusal) return;
  if (!(originalError instanceof NotSimulated)) throw originalError ?? new Error(message);
  report('not-simulated', [message]);
  throw new Refusal(501, message);
}

/** The keys that GitHub gives, in its order. */
function errorShape({ originalError, path, locations, message }: GraphQLError): object {
  const type = originalError instanceof GraphQLRefusal ? originalError.type : 'INTERNAL';
  const extensions = type === 'FORBIDDEN' && { extensions: { saml_failure: false } };
  return { type, path, ...extensions, locations, message };
}

function messages(errors: readonly GraphQLError[]): string[] {
  return errors.map(({ message }) => message);
}
