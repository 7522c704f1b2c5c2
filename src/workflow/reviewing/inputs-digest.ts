import type { Repository } from '../../jobs.ts';
import type { ReviewRequest } from '../../ports.ts';
import type { Commit } from '../reading/read-commit.ts';
import { sha256 } from '../sha256.ts';
import type { ChosenReadme } from './choose-readmes.ts';

interface Inputs {
  readonly repository: Repository;
  readonly commit: Commit;
  readonly chosen: ChosenReadme;
  /** What people say about the review. */
  readonly said: Pick<ReviewRequest, 'declaredType' | 'accepted' | 'rubricChanges'>;
  /** What judges: engine, model and rubrics. */
  readonly identity: string;
}

/** Names everything a Report depends on, so that equal digests mean equal reports. */
export function inputsDigest({ repository, commit, chosen, said, identity }: Inputs): string {
  const { repositoryId, owner, name } = repository;
  const { readme } = chosen;
  const inputs = [
    [repositoryId, owner, name],
    [readme.path, readme.sha, readme.unread],
    commit.manifestsFor(readme.path).map(({ path, sha }) => [path, sha]),
    [sha256(JSON.stringify(commit.paths)), commit.pathsTruncated],
    said,
    identity,
  ];
  return sha256(JSON.stringify(inputs));
}
