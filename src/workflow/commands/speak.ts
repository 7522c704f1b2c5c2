import type { Scope } from '../../render/replies/wording.ts';
import type { Report } from '../../review/report.ts';
import { commentOnPullRequest } from '../conversations/comment-on-pull-request.ts';
import { updateDashboard } from '../conversations/update-dashboard.ts';
import { checkRunOptions } from '../publishing/check-run-options.ts';
import { publish } from '../publishing/publish.ts';
import { type Look, lookAt, lookByNewWords } from '../reviewing/look.ts';
import type { Tools } from '../tools.ts';
import { type Answer, declined, later } from './answer.ts';
import { askedHead } from './asked-head.ts';
import type { Asked } from './carry-out-command.ts';
import { scopeFor } from './standing.ts';

/** What is at hand for somebody who speaks for the project. */
export interface Hearing {
  readonly reports: readonly Report[];
  readonly scope: Scope;
  /** The pull request for which alone it holds; null where it holds for the repository. */
  readonly pullRequest: number | null;
}

/**
 * What `accept`, `withdraw` and `as` share: who may speak, the commit in question, and what follows once something was
 * recorded. `hear` records it and answers.
 */
export async function speak(
  tools: Tools,
  { comment, standing }: Asked,
  hear: (hearing: Hearing) => Promise<Answer>,
): Promise<Answer> {
  const { repository } = comment;
  const scope = scopeFor(standing, comment);
  if (scope === null) return declined('not-allowed-to-decide');
  const head = await askedHead(tools, comment);
  if (head.kind === 'none') return declined(head.why);
  const { headSha } = head;
  return tools.inTurn(repository, headSha, async () => {
    const before = await lookAt(tools, repository, headSha, { ...head, asked: true });
    if (before === null) return declined('disabled');
    if (before.review.kind !== 'reviewed') return declined('no-readme');
    const pullRequest = scope === 'repository' ? null : comment.issueNumber;
    const answer = await hear({ reports: before.review.reports, scope, pullRequest });
    if (answer.kind === 'later' || answer.reaction !== 'rocket') return answer;
    const at = await show(
      tools,
      { repository, comment, head },
      await lookByNewWords(tools, repository, before),
    );
    return at === null ? answer : later(at);
  });
}

/** The check run and, where there is one, the comment or dashboard by what was said. */
async function show(
  tools: Tools,
  {
    repository,
    comment,
    head,
  }: Pick<Asked['comment'], 'repository'> & {
    readonly comment: Asked['comment'];
    readonly head: { readonly onDefaultBranch: boolean };
  },
  look: Look,
): Promise<Date | null> {
  const { headSha, review } = look;
  const options = checkRunOptions(look);
  const at = await publish(tools, repository, { headSha, review, since: null, options }, 'if-changed');
  if (at !== null) return at;
  return head.onDefaultBranch
    ? updateDashboard(tools, repository, look, 'if-changed')
    : commentOnPullRequest(tools, repository, comment.issueNumber, look);
}
