import { z } from 'zod';
import { grantsOneOf, reaches } from '../rules/permissions.ts';
import { talkPermissions } from '../rules/talk-permissions.ts';
import type { Issue } from '../state/records.ts';
import { findRepository } from '../state/world.ts';
import type { GraphQLContext } from './answer-document.ts';
import { type FoundNode, findNode } from './find-node.ts';
import { commentNode, repositoryNode } from './nodes.ts';
import { forbidden, GraphQLRefusal, noSuchNode } from './refusal.ts';

const NodeArguments = z.object({ id: z.string() });
const RepositoryArguments = z.object({ owner: z.string(), name: z.string() });
const MinimizeArguments = z.object({
  input: z.object({
    subjectId: z.string(),
    classifier: z.string(),
    clientMutationId: z.string().nullish(),
  }),
});

/** The root fields of queries and mutations that are answered. */
export const graphQLRoot = {
  node(args: unknown, context: GraphQLContext) {
    const { id } = NodeArguments.parse(args);
    const { repository, comment } = commentAsked(context, id, 'read');
    return commentNode(context.world, repository, comment);
  },

  repository(args: unknown, context: GraphQLContext) {
    const { owner, name } = RepositoryArguments.parse(args);
    const repository = findRepository(context.world, owner, name);
    if (repository === undefined || !reaches(context.caller, repository)) {
      const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`;
      throw new GraphQLRefusal('NOT_FOUND', message);
    }
    const demandRead = (issue: Issue) => demandTalk(context, issue, 'read');
    return repositoryNode(context.world, repository, demandRead);
  },

  /** docs.github.com/en/graphql/reference/mutations#minimizecomment; a folded comment may be folded again. */
  minimizeComment(args: unknown, context: GraphQLContext) {
    const { subjectId, classifier, clientMutationId = null } = MinimizeArguments.parse(args).input;
    const { repository, comment } = commentAsked(context, subjectId, 'write');
    // "The case and formatting of these values differs from the inputs" (IssueComment.minimizedReason).
    comment.minimized = classifier.toLowerCase().replaceAll('_', '-');
    return { clientMutationId, minimizedComment: commentNode(context.world, repository, comment) };
  },
};

function commentAsked(context: GraphQLContext, id: string, level: 'read' | 'write'): FoundNode {
  const found = findNode(context.world, id);
  if (found === undefined || !reaches(context.caller, found.repository)) throw noSuchNode(id);
  demandTalk(context, found.issue, level);
  return found;
}

function demandTalk({ caller }: GraphQLContext, issue: Issue, level: 'read' | 'write'): void {
  if (!grantsOneOf(talkPermissions(issue, level), caller.token, caller.installation)) throw forbidden();
}
