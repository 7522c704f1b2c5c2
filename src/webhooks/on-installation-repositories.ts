import { z } from 'zod';
import { Id, Installation } from './payload.ts';
import { eventRow, ignored, instruction } from './translation.ts';

/** The owner took repositories away from the app. */
export const onInstallationRepositories = eventRow({
  event: 'installation_repositories',
  actions: ['removed'],
  sent: 'unasked',
  does: 'delete everything that is stored for the removed repositories',
  except: ['an event that names no removed repository'],
  payload: z.object({ installation: Installation, repositories_removed: z.array(z.object({ id: Id })) }),
  translate({ installation, repositories_removed }) {
    if (repositories_removed.length === 0) return ignored('no repository was removed');
    return instruction({
      kind: 'forget',
      installationId: installation.id,
      repositoryIds: repositories_removed.map(repository => repository.id),
    });
  },
});
