import type { Command, Intent } from '../../commands/intent.ts';
import { COMMANDS_BY_NAME } from '../../commands/kinds/index.ts';
import type { CommentInstruction } from '../../jobs.ts';
import { ROLES, type Role } from '../../ports.ts';
import type { Scope } from '../../render/replies/wording.ts';
import type { Tools } from '../tools.ts';

/** Least that somebody may do who asks in another person's thread, or speaks for the repository. */
const LEAST_ROLE: Role = 'triage';

/** `helper`: triage rights or more. `author`: opened the thread, and has no such rights or was not asked for them. */
export type Standing = 'helper' | 'author' | 'stranger';

/**
 * Who the comment's author is here. GitHub is not asked about the thread's own author, unless the command is one that
 * only counts for the whole repository when a helper gives it.
 */
export async function standingOf(
  { github }: Tools,
  comment: CommentInstruction,
  { command }: Intent,
): Promise<Standing> {
  const { repository, author, threadAuthor } = comment;
  const isAuthor = author === threadAuthor;
  if (isAuthor && !decides(command)) return 'author';
  const role = await github.readRole(repository, author);
  if (ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE)) return 'helper';
  return isAuthor ? 'author' : 'stranger';
}

/** Null where the command is not theirs to give: an issue's author does not speak for the repository. */
export function scopeFor(standing: Standing, { isPullRequest }: CommentInstruction): Scope | null {
  if (standing === 'helper') return 'repository';
  return standing === 'author' && isPullRequest ? 'pull-request' : null;
}

/** True for a command by which somebody decides about the project, and does not only ask. */
function decides({ kind }: Command): boolean {
  return kind !== 'unknown' && kind !== 'incomplete' && COMMANDS_BY_NAME[kind].right === 'decide';
}
