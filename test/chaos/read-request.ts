import { z } from 'zod';
import { targetKey } from '../../src/jobs.ts';
import type { SeenRequest } from '../simulator/request-log.ts';
import type { MadeRequest } from './history.ts';
import { PROCESS_HEADER } from './orders.ts';

/** What GitHub does not count as content, or only looks like a write. */
const NO_CONTENT = ['apps/create-installation-access-token', 'apps/redeliver-webhook-delivery'];

const CheckBody = z.object({ head_sha: z.string() });
const RefAnswer = z.object({ object: z.object({ sha: z.string() }) });

/**
 * One of the requests that GitHub saw, as invariants look at it. `repositoryOf`: the id of `owner/name`, which is known of
 * requests too that a fault kept from being carried out.
 */
export function readRequest(
  seen: SeenRequest,
  repositoryOf: (fullName: string) => number | null,
): MadeRequest {
  const { headers, method, operationId, installationId, status, path } = seen;
  const operation = operationId ?? 'unknown';
  const [, fullName] = /^\/repos\/([^/]+\/[^/]+)/.exec(path) ?? [];
  const repositoryId = fullName === undefined ? null : repositoryOf(fullName);
  const [, readsTree = null] = /\/git\/trees\/(\w+)$/.exec(path) ?? [];
  return {
    process: headers[PROCESS_HEADER] ?? '',
    operation,
    isWrite: method !== 'GET' && !NO_CONTENT.includes(operation),
    installationId,
    repositoryId,
    status,
    arrived: seen.arrived,
    answered: seen.answered,
    arrivedAt: seen.arrivedAt.getTime(),
    readsTree,
    writesOn: operation === 'checks/create' ? (CheckBody.safeParse(seen.body).data?.head_sha ?? null) : null,
    readHead: repositoryId === null ? null : readHead(seen, repositoryId),
  };
}

/** The branch whose head the answer tells. */
function readHead({ path, answer }: SeenRequest, repositoryId: number): MadeRequest['readHead'] {
  const [, name] = /\/git\/ref\/heads(?:%2F|\/)(.+)$/.exec(path) ?? [];
  const told = RefAnswer.safeParse(answer);
  if (name === undefined || !told.success) return null;
  return { targetKey: branchKey(repositoryId, decodeURIComponent(name)), sha: told.data.object.sha };
}

/** The key of the jobs that review a branch. */
export function branchKey(repositoryId: number, branch: string): string {
  // Only the id of the repository is in it.
  const repository = {
    repositoryId,
    installationId: 1,
    owner: '',
    name: '',
    defaultBranch: '',
    private: false,
  };
  return targetKey({ repository, ref: { kind: 'branch', branch } });
}
