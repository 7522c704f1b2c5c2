import { z } from 'zod';
import { type Repository, Sha } from '../jobs.ts';
import type { PullRequest } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { unlessGone } from './unless-gone.ts';

const PullRequestAnswer = z.object({
  state: z.string(),
  draft: z.boolean().default(false),
  head: z.object({ sha: Sha }),
  base: z.object({ ref: z.string().min(1), sha: Sha }),
  user: z.object({ login: z.string().min(1), type: z.string() }).nullable(),
});

/** A pull request as it is now; null where there is none of that number. */
export async function readPullRequest(
  session: Session,
  repository: Repository,
  number: number,
): Promise<PullRequest | null> {
  const asking = ask(session, repository, {
    use: 'read',
    doing: `read pull request ${number} of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.pulls.get({ ...common, pull_number: number }),
    answer: PullRequestAnswer,
  });
  const answer = await unlessGone(asking);
  if (answer === null) return null;
  const { state, draft, head, base, user } = answer;
  return {
    open: state === 'open',
    draft,
    headSha: head.sha,
    base: { branch: base.ref, sha: base.sha },
    author: user && { login: user.login, isBot: user.type === 'Bot' },
  };
}
