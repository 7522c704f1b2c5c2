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
        const caller = { kind: 'installation', token, installation } as const;
        const core = rateLimit.state(caller, 'core');
        const graphql = rateLimit.state(caller, 'graphql');
        return ok({ resources: { core, graphql, search: core }, rate: core });
      },
    },
  ];
}
