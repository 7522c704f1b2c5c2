import type { MadeRequest } from '../history.ts';

/** Codes with which a job ends for which there is no check run to write. */
export const GITHUB_SAID_NO: readonly string[] = ['GITHUB_GONE', 'GITHUB_UNAUTHORIZED', 'GITHUB_SUSPENDED'];

const REFUSALS: readonly (number | null)[] = [401, 403, 404, 410, 451];

export function isRefusal({ status }: Pick<MadeRequest, 'status'>): boolean {
  return REFUSALS.includes(status);
}
