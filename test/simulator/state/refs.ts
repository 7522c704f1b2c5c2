import type { Repository } from './records.ts';

export const FULL_SHA = /^[0-9a-f]{40}$/;

/** The commit that a ref such as `heads/main`, `refs/tags/v1`, `pull/3/head`, a bare branch or tag name, or a commit id names. */
export function resolveCommit(repository: Repository, name: string): string | undefined {
  if (FULL_SHA.test(name)) return repository.objects.commit(name) ? name : undefined;
  const bare = name.replace(/^refs\//, '');
  if (bare === 'HEAD') return repository.branches.get(repository.defaultBranch);
  return resolveRef(repository, bare) ?? repository.branches.get(name) ?? repository.tags.get(name);
}

/** The commit that a full ref names, without the leading `refs/`. */
export function resolveRef(repository: Repository, ref: string): string | undefined {
  if (ref.startsWith('heads/')) return repository.branches.get(ref.slice('heads/'.length));
  if (ref.startsWith('tags/')) return repository.tags.get(ref.slice('tags/'.length));
  const number = /^pull\/(\d+)\/head$/.exec(ref)?.[1];
  return number === undefined ? undefined : repository.issues.get(Number(number))?.pull?.head.sha;
}
