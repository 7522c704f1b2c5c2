import { z } from 'zod';
import { Installation, Moment } from './payload.ts';
import { accepted, eventRow } from './translation.ts';

/** The account's owner suspended the app, or ended that. GitHub refuses a suspended app's requests with 403. */
export const onInstallationSuspended = eventRow({
  event: 'installation',
  actions: ['suspend', 'unsuspend'],
  sent: 'unasked',
  does: 'let what waits for the installation wait on while it is suspended; nothing is deleted',
  except: [],
  payload: z.object({ action: z.string(), installation: Installation.extend({ updated_at: Moment }) }),
  translate({ action, installation }) {
    return accepted({
      suspension: {
        installationId: installation.id,
        suspended: action === 'suspend',
        observedAt: installation.updated_at,
      },
    });
  },
});
