import type { Command, CommandRight, Intent } from '../../commands/intent.ts';
import { COMMANDS_BY_NAME } from '../../commands/kinds/index.ts';
import type { CommentInstruction } from '../../jobs.ts';
import { ROLES, type Role } from '../../ports.ts';
import type { Scope } from '../../render/replies/wording.ts';
import type { Tools } from '../tools.ts';

/** Least that somebody may do who asks in another person's thread, or speaks for the repository. */
const LEAST_ROLE: Role = 'triage';

/**
 * `helper`: triage rights or more. `author`: opened the thread, and has no such rights or was not asked for them. Who opens
 * an issue does not speak for the repository, and is a stranger to what decides.
 */
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
  const { repository, author, threadAuthor, isPullRequest } = comment;
  const isAuthor = author === threadAuthor;
  if (isAuthor && rightFor(command) === 'ask') return 'author';
  const role = await github.readRole(repository, author);
  if (ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE)) return 'helper';
  return isAuthor && isPullRequest ? 'author' : 'stranger';
}

/** What the word of somebody who may decide holds for. */
export function scopeFor(standing: Standing): Scope {
  return standing === 'helper' ? 'repository' : 'pull-request';
}

/** By what right a command is given; one that lacks something, by the right of the whole one. */
export function rightFor(command: Command): CommandRight {
  if (command.kind === 'unknown') return 'ask';
  return COMMANDS_BY_NAME[command.kind === 'incomplete' ? command.command : command.kind].right;
}
