import { z } from 'zod';
import type { Instruction } from '../jobs.ts';
import { Id, Installation, introduction, ListedRepository } from './payload.ts';
import { accepted, eventRow, ignored } from './translation.ts';

/** The owner gave repositories to the app or took some away. Whichever list holds something is acted on. */
export const onInstallationRepositories = eventRow({
  event: 'installation_repositories',
  actions: ['added', 'removed'],
  sent: 'unasked',
  does: 'review the default branch of each added repository quietly, and delete everything that is stored for the removed ones',
  except: ['an event that names no repository'],
  payload: z.object({
    installation: Installation,
    repositories_added: z.array(ListedRepository),
    repositories_removed: z.array(z.object({ id: Id })),
  }),
  translate({ installation, repositories_added: added, repositories_removed: removed }) {
    const installationId = installation.id;
    if (added.length === 0 && removed.length === 0) return ignored('no repository was added or removed');
    const instructions: Instruction[] = added.map(repository => introduction(installationId, repository));
    if (removed.length > 0) {
      instructions.unshift({ kind: 'forget', installationId, repositoryIds: removed.map(({ id }) => id) });
    }
    if (added.length === 0) return accepted({ instructions });
    return accepted({ instructions, added: { installationId, repositoryIds: added.map(({ id }) => id) } });
  },
});
