import type { Repository } from '../../jobs.ts';

/** Runs `work` when nothing else runs for that commit in this process. */
export type CommitTurns = <Result>(
  repository: Repository,
  headSha: string,
  work: () => Promise<Result>,
) => Promise<Result>;

/**
 * A push and its pull request arrive together. One after the other, the second finds everything done; at once, both
 * would read and review the commit. Between processes the publication's row keeps them apart.
 */
export function commitTurns(): CommitTurns {
  const last = new Map<string, Promise<unknown>>();

  return async function takeTurn(repository, headSha, work) {
    const key = `${repository.repositoryId}/${headSha}`;
    const before = last.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  };
}
