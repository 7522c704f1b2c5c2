import { z } from 'zod';
import type { Repository, RepositoryName } from '../jobs.ts';
import { ask, type Session } from './ask.ts';
import { unlessGone } from './unless-gone.ts';

export const RepositoryAnswer = z.object({
  id: z.int().positive(),
  name: z.string().min(1),
  owner: z.object({ login: z.string().min(1) }),
  default_branch: z.string().min(1),
  private: z.boolean(),
});

/**
 * The repository as it is now, also under a name it had before (GitHub redirects). Null where the app does not reach
 * it, and where another repository has taken its name.
 */
export async function readRepository(session: Session, named: RepositoryName): Promise<Repository | null> {
  const { installationId, repositoryId } = named;
  const asking = ask(session, named, {
    use: 'read',
    doing: `read repository ${repositoryId}`,
    send: (rest, common) => rest.repos.get({ ...common }),
    answer: RepositoryAnswer,
  });
  const now = await unlessGone(asking);
  if (now?.id !== repositoryId) return null;
  return {
    installationId,
    repositoryId,
    owner: now.owner.login,
    name: now.name,
    defaultBranch: now.default_branch,
    private: now.private,
  };
}
