import { z } from 'zod';
import { ShowworkError } from '../errors.ts';
import { type Repository, Sha, type TargetRef } from '../jobs.ts';
import { ask, type Session } from './ask.ts';

const RefAnswer = z.object({ object: z.object({ sha: Sha }) });
const PullRequestAnswer = z.object({ state: z.string(), head: z.object({ sha: Sha }) });

/** Present head of a branch or of an open pull request; null where it is gone or closed. */
export async function readHead(
  session: Session,
  repository: Repository,
  ref: TargetRef,
): Promise<string | null> {
  try {
    return ref.kind === 'branch'
      ? await readBranch(session, repository, ref.branch)
      : await readPullRequest(session, repository, ref.number);
  } catch (thrown) {
    if (thrown instanceof ShowworkError && thrown.code === 'GITHUB_GONE') return null;
    throw thrown;
  }
}

async function readBranch(session: Session, repository: Repository, branch: string): Promise<string> {
  const answer = await ask(session, repository, {
    use: 'read',
    doing: `read the head of a branch of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.git.getRef({ ...common, ref: `heads/${branch}` }),
    answer: RefAnswer,
  });
  return answer.object.sha;
}

async function readPullRequest(
  session: Session,
  repository: Repository,
  number: number,
): Promise<string | null> {
  const answer = await ask(session, repository, {
    use: 'read',
    doing: `read the head of pull request ${number} of repository ${repository.repositoryId}`,
    send: (rest, common) => rest.pulls.get({ ...common, pull_number: number }),
    answer: PullRequestAnswer,
  });
  return answer.state === 'open' ? answer.head.sha : null;
}
