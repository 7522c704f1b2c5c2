import { z } from 'zod';
import { type Repository, Sha } from '../jobs.ts';
import type { OpenPullRequest, PullRequest } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { listPages } from './paging.ts';
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

const OpenPullRequests = z.array(
  z.object({
    number: z.int().positive(),
    head: z.object({
      sha: Sha,
      ref: z.string().min(1),
      // Null where the fork is gone.
      repo: z.object({ id: z.int() }).nullable(),
    }),
  }),
);

/** A repository with more open pull requests than this has the older ones looked at when they change. */
const MAX_PAGES = 3;

/** Open pull requests, those that changed last first. */
export async function listOpenPullRequests(
  session: Session,
  repository: Repository,
): Promise<readonly OpenPullRequest[]> {
  const pages = listPages(MAX_PAGES, async page => {
    const asking = ask(session, repository, {
      use: 'read',
      doing: `list the open pull requests of repository ${repository.repositoryId}`,
      send: (rest, common) =>
        rest.pulls.list({ ...common, state: 'open', sort: 'updated', direction: 'desc', ...page }),
      answer: OpenPullRequests,
    });
    return (await unlessGone(asking)) ?? [];
  });
  const open: OpenPullRequest[] = [];
  for await (const { number, head } of pages) {
    const isOwn = head.repo?.id === repository.repositoryId;
    open.push({ number, headSha: head.sha, branch: isOwn ? head.ref : null });
  }
  return open;
}
