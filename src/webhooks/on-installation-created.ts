import { z } from 'zod';
import { Installation, introduction, ListedRepository } from './payload.ts';
import { accepted, eventRow, ignored } from './translation.ts';

/** Somebody installed the app: what it may see is looked at once, so that nobody has to push first. */
export const onInstallationCreated = eventRow({
  event: 'installation',
  actions: ['created'],
  sent: 'unasked',
  does: "review each repository's default branch quietly: check runs only",
  except: ['an installation that reaches no repository yet'],
  payload: z.object({ installation: Installation, repositories: z.array(ListedRepository).default([]) }),
  translate({ installation, repositories }) {
    if (repositories.length === 0) return ignored('the installation reaches no repository yet');
    return accepted({
      instructions: repositories.map(repository => introduction(installation.id, repository)),
    });
  },
});
