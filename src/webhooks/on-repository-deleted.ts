import { z } from 'zod';
import { Id, Installation } from './payload.ts';
import { accepted, eventRow } from './translation.ts';

/**
 * A repository was deleted at GitHub. Its documentation says that apps learn of it only as a repository removed from
 * their installation; where this event comes all the same, nothing is kept either.
 */
export const onRepositoryDeleted = eventRow({
  event: 'repository',
  actions: ['deleted'],
  sent: 'on-subscription',
  does: 'delete everything that is stored for the repository',
  except: [],
  payload: z.object({ installation: Installation, repository: z.object({ id: Id }) }),
  translate({ installation, repository }) {
    return accepted({
      instructions: [{ kind: 'forget', installationId: installation.id, repositoryIds: [repository.id] }],
    });
  },
});
