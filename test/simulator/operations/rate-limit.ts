import { ok } from '../answer.ts';
import type { Operation } from '../operation.ts';
import type { PrimaryRateLimit } from '../rules/rate-limit.ts';

/** docs.github.com/en/rest/rate-limit/rate-limit: asking does not count against the limit. */
export function rateLimitOperations(rateLimit: PrimaryRateLimit): readonly Operation[] {
  return [
    {
      id: 'rate-limit/get',
      caller: 'installation',
      handle({ token, installation }) {
        const core = rateLimit.state({ kind: 'installation', token, installation });
        return ok({ resources: { core, search: core }, rate: core });
      },
    },
  ];
}
