import { z } from 'zod';
import { Id, Installation } from './payload.ts';
import { eventRow, instruction } from './translation.ts';

/** A repository was deleted at GitHub. */
export const onRepository = eventRow({
  event: 'repository',
  actions: ['deleted'],
  sent: 'on-subscription',
  does: 'delete everything that is stored for the repository',
  except: [],
  payload: z.object({ installation: Installation, repository: z.object({ id: Id }) }),
  translate({ installation, repository }) {
    return instruction({
      kind: 'forget',
      installationId: installation.id,
      repositoryIds: [repository.id],
    });
  },
});
