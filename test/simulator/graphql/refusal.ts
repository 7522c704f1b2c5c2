/** GitHub's way of saying no to one field: an entry of `errors` beside what else was asked for. */
export class GraphQLRefusal extends Error {
  override readonly name = 'GraphQLRefusal';
  readonly type: 'NOT_FOUND' | 'FORBIDDEN' | 'MISSING_PAGINATION_BOUNDARIES';

  constructor(type: GraphQLRefusal['type'], message: string) {
    super(message);
    this.type = type;
  }
}

/** A field that GitHub's schema has and the simulator does not. */
export class NotSimulated extends Error {
  override readonly name = 'NotSimulated';
}

export function noSuchNode(id: string): GraphQLRefusal {
  return new GraphQLRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}

export function forbidden(): GraphQLRefusal {
  return new GraphQLRefusal('FORBIDDEN', 'Resource not accessible by integration');
}
