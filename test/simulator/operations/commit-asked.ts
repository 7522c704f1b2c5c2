import { validationFailed } from '../answer.ts';
import type { RepositoryCall } from '../operation.ts';
import { resolveCommit } from '../state/refs.ts';

/** The commit that `ref` in the path names. Fails as the checks API does, with 422 and not with 404. */
export function commitAsked({ repository, params }: RepositoryCall): string {
  const ref = params['ref'] ?? '';
  const sha = resolveCommit(repository, ref);
  if (sha === undefined) throw validationFailed('Commit', 'sha', `No commit found for SHA: ${ref}`);
  return sha;
}
