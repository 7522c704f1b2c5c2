import { type CommentInstruction, type Repository, targetKey } from '../../jobs.ts';
import type { PullRequest } from '../../ports.ts';
import type { Scope } from '../../render/replies/wording.ts';
import type { Report } from '../../review/report.ts';
import { checkRunOptions } from '../check-run-options.ts';
import { commentOnPullRequest } from '../comment-on-pull-request.ts';
import { type Look, lookAt, lookByNewWords } from '../look.ts';
import { publish } from '../publishing/publish.ts';
import type { Tools } from '../tools.ts';
import { updateDashboard } from '../update-dashboard.ts';
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
  const scope = scopeFor(standing);
  const head = await askedHead(tools, comment);
  if (head.kind === 'none') return declined(head.why);
  const { headSha } = head;
  // A pull request may be opened from the default branch's own commit, whose check run is everyone's.
  if (scope === 'pull-request' && headSha === (await defaultHead(tools, repository))) {
    return declined('on-the-default-branch');
  }
  return tools.inTurn(repository, headSha, async () => {
    const before = await lookAt(tools, repository, headSha, { ...head, asked: true });
    if (before === null) return declined('disabled');
    if (before.review.kind !== 'reviewed') return declined('no-readme');
    const pullRequest = scope === 'repository' ? null : comment.issueNumber;
    const answer = await hear({ reports: before.review.reports, scope, pullRequest });
    if (answer.kind === 'later' || answer.reaction !== 'rocket') return answer;
    const look = await lookByNewWords(tools, repository, before);
    const at = await show(tools, comment, head.pullRequest, look);
    return at === null ? answer : later(at);
  });
}

/** As far as deliveries have named it. */
async function defaultHead({ store }: Tools, repository: Repository): Promise<string | null> {
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  return (await store.readTarget(targetKey({ repository, ref })))?.head ?? null;
}

/** The check run and, where there is one, the comment or dashboard by what was said. */
async function show(
  tools: Tools,
  { repository, issueNumber }: CommentInstruction,
  pullRequest: PullRequest | null,
  look: Look,
): Promise<Date | null> {
  const { headSha, review } = look;
  const options = checkRunOptions(look);
  const at = await publish(tools, repository, { headSha, review, since: null, options }, 'if-changed');
  if (at !== null) return at;
  return pullRequest === null
    ? updateDashboard(tools, repository, look, 'if-changed')
    : commentOnPullRequest(tools, repository, issueNumber, look, pullRequest);
}
