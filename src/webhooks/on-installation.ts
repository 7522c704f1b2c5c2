import { z } from 'zod';
import { Installation } from './payload.ts';
import { eventRow, instruction } from './translation.ts';

/** The app was uninstalled: nothing of the account is kept. */
export const onInstallation = eventRow({
  event: 'installation',
  actions: ['deleted'],
  sent: 'unasked',
  does: 'delete everything that is stored for the installation',
  except: [],
  payload: z.object({ installation: Installation }),
  translate({ installation }) {
    return instruction({ kind: 'forget', installationId: installation.id, repositoryIds: null });
  },
});
