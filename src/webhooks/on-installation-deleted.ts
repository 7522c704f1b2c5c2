import { z } from 'zod';
import { Installation } from './payload.ts';
import { accepted, eventRow } from './translation.ts';

/** The app was uninstalled: nothing of the account is kept. */
export const onInstallationDeleted = eventRow({
  event: 'installation',
  actions: ['deleted'],
  sent: 'unasked',
  does: 'delete everything that is stored for the installation',
  except: [],
  payload: z.object({ installation: Installation }),
  translate({ installation }) {
    return accepted({
      instructions: [{ kind: 'forget', installationId: installation.id, repositoryIds: null }],
    });
  },
});
