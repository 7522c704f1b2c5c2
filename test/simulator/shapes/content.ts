import type { TreeItem } from '../git/files.ts';
import type { Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

/** What the contents API tells of anything at a path; it lists a submodule as `file`, as GitHub does. */
export function contentShape(world: World, repository: Repository, item: TreeItem) {
  const api = repositoryApiUrl(world, repository);
  const html = repositoryHtmlUrl(world, repository);
  const { path, sha } = item;
  const isFolder = item.type === 'tree';
  const self = `${api}/contents/${path}`;
  const git = `${api}/git/${isFolder ? 'trees' : 'blobs'}/${sha}`;
  const page = `${html}/${isFolder ? 'tree' : 'blob'}/${repository.defaultBranch}/${path}`;
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    size: repository.objects.blob(sha)?.length ?? 0,
    url: self,
    html_url: page,
    git_url: git,
    download_url: item.type === 'blob' ? `${html}/raw/${repository.defaultBranch}/${path}` : null,
    type: kindOf(item),
    _links: { self, git, html: page },
  };
}

function kindOf(item: TreeItem): string {
  if (item.type === 'tree') return 'dir';
  return item.mode === '120000' ? 'symlink' : 'file';
}
