import { type Repository, targetKey } from '../../jobs.ts';
import type { Scope } from '../../render/replies/wording.ts';
import type { Report } from '../../review/report.ts';
import { commentOnPullRequest } from '../conversations/comment-on-pull-request.ts';
import { updateDashboard } from '../conversations/update-dashboard.ts';
import { publishLook } from '../publishing/publish-look.ts';
import { lookAt, lookByNewWords } from '../reviewing/look.ts';
import type { Tools } from '../tools.ts';
import { type Answer, declined, later } from './answer.ts';
import { askedHead } from './asked-head.ts';
import type { Asked } from './carry-out-command.ts';
import { knowPullRequest } from './know-pull-request.ts';
import { scopeFor } from './standing.ts';

/** A pull request for which alone something holds; null where it holds for the repository. */
export type Place = number | null;

/** What is at hand for somebody who speaks for the project. */
export interface Hearing {
  readonly reports: readonly Report[];
  readonly scope: Scope;
  readonly place: Place;
  /** Where they may take something back: who speaks for the repository, in the pull request at hand too. */
  readonly places: readonly Place[];
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
  const { repository, isPullRequest, issueNumber } = comment;
  const scope = scopeFor(standing);
  const seenAt = tools.clock.now();
  const head = await askedHead(tools, comment);
  if (head.kind === 'none') return declined(head.why);
  const { headSha, onDefaultBranch, pullRequest } = head;
  // A pull request may be opened from the default branch's own commit, whose check run is everyone's.
  if (scope === 'pull-request' && headSha === (await defaultHead(tools, repository))) {
    return declined('on-the-default-branch');
  }
  const place = scope === 'repository' ? null : issueNumber;
  const places = place === null && isPullRequest ? [null, issueNumber] : [place];
  return tools.inTurn(repository, headSha, async () => {
    const before = await lookAt(tools, repository, headSha, { onDefaultBranch, asked: false });
    if (before === null) return declined('disabled');
    if (before.review.kind !== 'reviewed') return declined('no-readme');
    if (place !== null) await knowPullRequest(tools, comment, headSha, seenAt);
    const answer = await hear({ reports: before.review.reports, scope, place, places });
    if (answer.kind === 'later' || answer.reaction !== 'rocket') return answer;
    const look = await lookByNewWords(tools, repository, before);
    const at =
      (await publishLook(tools, repository, look, 'if-changed')) ??
      (onDefaultBranch
        ? await updateDashboard(tools, repository, look, 'if-changed')
        : await commentOnPullRequest(tools, repository, issueNumber, look, pullRequest));
    return at === null ? answer : later(at);
  });
}

/** As far as deliveries have named it. */
async function defaultHead({ store }: Tools, repository: Repository): Promise<string | null> {
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  return (await store.readTarget(targetKey({ repository, ref })))?.head ?? null;
}
