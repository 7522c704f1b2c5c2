import { z } from 'zod';
import { type Repository, Sha, type TargetRef } from '../jobs.ts';
import { ask, type Session } from './ask.ts';
import { readPullRequest } from './pull-requests.ts';
import { unlessGone } from './unless-gone.ts';

const RefAnswer = z.object({ object: z.object({ sha: Sha }) });

/** Present head of a branch or of an open pull request; null where it is gone or closed. */
export async function readHead(
  session: Session,
  repository: Repository,
  ref: TargetRef,
): Promise<string | null> {
  if (ref.kind === 'branch') return readBranch(session, repository, ref.branch);
  const pullRequest = await readPullRequest(session, repository, ref.number);
  return pullRequest?.open ? pullRequest.headSha : null;
}

async function readBranch(session: Session, repository: Repository, branch: string): Promise<string | null> {
  const asking = ask(session, repository, {
    use: 'read',
    doing: `read the head of a branch of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.git.getRef({ ...common, ref: `heads/${branch}` }),
    answer: RefAnswer,
  });
  return (await unlessGone(asking))?.object.sha ?? null;
}
