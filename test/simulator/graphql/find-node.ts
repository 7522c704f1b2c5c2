import { nodeId } from '../shapes/account.ts';
import type { Comment, Issue, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** A comment and where it stands. */
export interface FoundNode {
  readonly repository: Repository;
  readonly issue: Issue;
  readonly comment: Comment;
}

/** The comment of that node id; the app asks for no other kind of node. */
export function findNode(world: World, id: string): FoundNode | undefined {
  for (const repository of world.repositories.values()) {
    for (const comment of repository.comments.values()) {
      if (nodeId('IssueComment', comment.id) !== id) continue;
      const issue = repository.issues.get(comment.issueNumber);
      if (issue !== undefined) return { repository, issue, comment };
    }
  }
  return undefined;
}
