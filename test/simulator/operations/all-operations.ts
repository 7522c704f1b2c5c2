import type { Operation } from '../operation.ts';
import type { PrimaryRateLimit } from '../rules/rate-limit.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import { appOperations } from './apps.ts';
import { checkRunOperations } from './check-runs.ts';
import { checkSuiteOperations } from './check-suites.ts';
import { compareOperations } from './compare.ts';
import { contentsOperations } from './contents.ts';
import { gitOperations } from './git.ts';
import { hookConfigOperations } from './hook-config.ts';
import { hookDeliveryOperations } from './hook-deliveries.ts';
import { issueCommentOperations } from './issue-comments.ts';
import { issueOperations } from './issues.ts';
import { manifestOperations } from './manifests.ts';
import { pullOperations } from './pulls.ts';
import { rateLimitOperations } from './rate-limit.ts';
import { reactionOperations } from './reactions.ts';
import { repositoryOperations } from './repositories.ts';

/** Every endpoint that the simulator answers, by GitHub's operation id. */
export function allOperations(deliveries: Deliveries, rateLimit: PrimaryRateLimit): Map<string, Operation> {
  const all = [
    ...appOperations,
    ...manifestOperations,
    ...hookConfigOperations,
    ...hookDeliveryOperations(deliveries),
    ...rateLimitOperations(rateLimit),
    ...repositoryOperations,
    ...gitOperations,
    ...contentsOperations,
    ...compareOperations,
    ...checkRunOperations,
    ...checkSuiteOperations,
    ...pullOperations,
    ...issueOperations,
    ...issueCommentOperations,
    ...reactionOperations,
  ];
  return new Map(all.map(operation => [operation.id, operation]));
}
