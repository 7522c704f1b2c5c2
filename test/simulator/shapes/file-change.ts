import type { FileChange } from '../git/changes.ts';
import type { Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

/** GitHub's "diff entry". Lines are not counted and there is no patch. */
export function fileChangeShape(world: World, repository: Repository, headSha: string, change: FileChange) {
  const { filename, status, sha, previousFilename } = change;
  const html = repositoryHtmlUrl(world, repository);
  return {
    sha,
    filename,
    status,
    additions: 0,
    deletions: 0,
    changes: 0,
    blob_url: `${html}/blob/${headSha}/${filename}`,
    raw_url: `${html}/raw/${headSha}/${filename}`,
    contents_url: `${repositoryApiUrl(world, repository)}/contents/${filename}?ref=${headSha}`,
    ...(previousFilename !== undefined && { previous_filename: previousFilename }),
  };
}
