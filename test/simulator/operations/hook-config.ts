import { ok } from '../answer.ts';
import type { Operation } from '../operation.ts';

/** docs.github.com/en/rest/apps/webhooks: a secret is never shown, only that there is one. */
export const hookConfigOperations: readonly Operation[] = [
  {
    id: 'apps/get-webhook-config-for-app',
    caller: 'app',
    handle({ world: { hook } }) {
      return ok({
        content_type: hook.contentType,
        insecure_ssl: hook.insecureSsl,
        ...(hook.url !== null && { url: hook.url }),
        ...(hook.hasSecret && { secret: '********' }),
      });
    },
  },
];
