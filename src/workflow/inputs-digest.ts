import { createHash } from 'node:crypto';
import type { Repository } from '../jobs.ts';
import type { Commit, CommitReadme } from './read-commit.ts';

/** Hex SHA-256 of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Names everything a Report depends on, so that equal digests mean equal reports: the repository, the README, the
 * manifests, the list of paths, and what judges (engine, model and rubric in `identity`).
 */
export function inputsDigest(
  { repositoryId, owner, name }: Repository,
  commit: Commit,
  readme: CommitReadme,
  identity: string,
): string {
  const inputs = [
    [repositoryId, owner, name],
    [readme.path, readme.sha, readme.unread],
    commit.manifests.map(({ path, sha }) => [path, sha]),
    [sha256(JSON.stringify(commit.paths)), commit.pathsTruncated],
    identity,
  ];
  return sha256(JSON.stringify(inputs));
}
