import { z } from 'zod';
import { type CommentInstruction, MAX_COMMENT_CHARACTERS } from '../jobs.ts';
import { Id, Name, RepositoryEvent, toRepository } from './payload.ts';
import { accepted, eventRow, ignored } from './translation.ts';

/**
 * All that is asked of a comment here, in linear time. Whether the line is a command or part of code or a quote is for
 * a thread that can be stopped; this lets through at least what `commands/read-comment.ts` recognises.
 */
const COMMAND_LINE = /^[ \t]*\/review\b/im;

/** Null where the account is gone. */
const Account = z.object({ login: Name, type: z.string() }).nullable();

/** A comment on an issue or a pull request. */
export const onIssueComment = eventRow({
  event: 'issue_comment',
  actions: ['created'],
  sent: 'on-subscription',
  does: 'read the comment and, where it holds a command, carry it out once',
  except: [
    'a comment without a line that starts with `/review`',
    'a comment by a bot or through this app: answers to answers would go round in circles',
  ],
  payload: RepositoryEvent.extend({
    issue: z.object({ number: Id, user: Account, pull_request: z.object({}).nullish() }),
    comment: z.object({
      id: Id,
      body: z.string(),
      user: Account,
      performed_via_github_app: z.object({ id: Id }).nullish(),
    }),
  }),
  translate(event, { appId }) {
    const { issue, comment } = event;
    const text = comment.body.slice(0, MAX_COMMENT_CHARACTERS);
    if (!COMMAND_LINE.test(text)) return ignored('no line of the comment starts with /review');
    if (comment.performed_via_github_app?.id === appId) return ignored('the comment was made by this app');
    if (comment.user === null) return ignored('the account that commented is gone');
    if (comment.user.type === 'Bot')
      return ignored("a bot commented; only a person's command is carried out");
    const instruction: CommentInstruction = {
      kind: 'comment',
      repository: toRepository(event),
      issueNumber: issue.number,
      isPullRequest: issue.pull_request != null,
      commentId: comment.id,
      author: comment.user.login,
      threadAuthor: issue.user?.login ?? null,
      text,
    };
    return accepted({ instructions: [instruction] });
  },
});
