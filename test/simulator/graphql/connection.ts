import { z } from 'zod';
import { GraphQLRefusal, NotSimulated } from './refusal.ts';

const Bounds = z.object({
  first: z.number().nullish(),
  last: z.number().nullish(),
  after: z.string().nullish(),
  before: z.string().nullish(),
});

/**
 * One end of a list. "To pass schema validation, all connections must have a first or last argument"
 * (docs.github.com/en/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api).
 */
export function connection(field: string, all: readonly object[], args: unknown) {
  const { first, last, after, before } = Bounds.parse(args);
  if (after != null || before != null) throw new NotSimulated(`The simulator has no cursors in ${field}.`);
  const count = first ?? last;
  if (count == null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`;
    throw new GraphQLRefusal('MISSING_PAGINATION_BOUNDARIES', message);
  }
  const nodes = first == null ? all.slice(Math.max(0, all.length - count)) : all.slice(0, count);
  const cut = nodes.length < all.length;
  const pageInfo = { hasNextPage: first != null && cut, hasPreviousPage: first == null && cut };
  return { totalCount: all.length, nodes, edges: nodes.map(node => ({ node })), pageInfo };
}
