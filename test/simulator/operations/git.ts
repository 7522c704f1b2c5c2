import { type Answer, notFound, ok, Refusal } from '../answer.ts';
import { listTree, type TreeItem } from '../git/files.ts';
import type { Operation, RepositoryCall, RepositoryOperation } from '../operation.ts';
import { demandCommits } from '../rules/empty-repository.ts';
import { nodeId } from '../shapes/account.ts';
import { gitCommitShape } from '../shapes/commit.ts';
import { repositoryApiUrl } from '../shapes/repository.ts';
import type { Repository } from '../state/records.ts';
import { FULL_SHA, resolveCommit, resolveRef } from '../state/refs.ts';
import type { World } from '../state/world.ts';
import { base64Lines } from './base64.ts';
import { wantsRaw } from './media-types.ts';

const CONTENTS_READ = [{ contents: 'read' }];

const operations: readonly RepositoryOperation[] = [
  { id: 'git/get-tree', caller: 'repository', permissions: CONTENTS_READ, handle: getTree },
  { id: 'git/get-blob', caller: 'repository', permissions: CONTENTS_READ, handle: getBlob },
  {
    id: 'git/get-commit',
    caller: 'repository',
    permissions: CONTENTS_READ,
    handle({ world, repository, params }) {
      const sha = params['commit_sha'] ?? '';
      if (repository.objects.commit(sha) === undefined) throw notFound();
      return ok(gitCommitShape(world, repository, sha));
    },
  },
  {
    id: 'git/get-ref',
    caller: 'repository',
    permissions: CONTENTS_READ,
    handle({ world, repository, params }) {
      const ref = params['ref'] ?? '';
      const sha = resolveRef(repository, ref);
      if (sha === undefined) throw notFound();
      return ok(refShape(world, repository, ref, sha));
    },
  },
  {
    id: 'git/list-matching-refs',
    caller: 'repository',
    permissions: CONTENTS_READ,
    handle({ world, repository, params }) {
      const all = [
        ...[...repository.branches].map(([name, sha]) => ({ ref: `heads/${name}`, sha })),
        ...[...repository.tags].map(([name, sha]) => ({ ref: `tags/${name}`, sha })),
      ];
      const matching = all.filter(({ ref }) => ref.startsWith(params['ref'] ?? ''));
      return ok(matching.map(({ ref, sha }) => refShape(world, repository, ref, sha)));
    },
  },
];

/** docs.github.com/en/rest/git: all of it needs a first commit. */
export const gitOperations: readonly Operation[] = operations.map(operation => ({
  ...operation,
  handle(call: RepositoryCall) {
    demandCommits(call.repository);
    return operation.handle(call);
  },
}));

/** docs.github.com/en/rest/git/trees: `tree_sha` is "the SHA1 value or ref (branch or tag) name of the tree". */
function getTree({ world, repository, params, query }: RepositoryCall): Answer {
  const name = params['tree_sha'] ?? '';
  const sha = treeOf(repository, name);
  if (sha === undefined) throw notFound();
  // "Setting this parameter to any value returns the objects or subtrees recursively", even 0 or false.
  const items = listTree(repository.objects, sha, query['recursive'] !== undefined);
  const tree: object[] = [];
  let bytes = 0;
  let truncated = false;
  for (const item of items) {
    const shape = treeItemShape(world, repository, item);
    bytes += JSON.stringify(shape).length;
    truncated = tree.length >= world.limits.treeEntries || bytes > world.limits.treeBytes;
    if (truncated) break;
    tree.push(shape);
  }
  return ok({ sha, url: `${repositoryApiUrl(world, repository)}/git/trees/${sha}`, tree, truncated });
}

function treeOf(repository: Repository, name: string): string | undefined {
  const { objects } = repository;
  if (FULL_SHA.test(name) && objects.tree(name) !== undefined) return name;
  const commit = resolveCommit(repository, name);
  return commit && objects.commit(commit)?.tree;
}

/** docs.github.com/en/rest/git/trees: modes with six digits, `size` for blobs only, no address for a submodule. */
function treeItemShape(world: World, repository: Repository, item: TreeItem): object {
  const git = `${repositoryApiUrl(world, repository)}/git`;
  const { path, type, sha } = item;
  const mode = item.mode.padStart(6, '0');
  if (type === 'commit') return { path, mode, type, sha };
  if (type === 'tree') return { path, mode, type, sha, url: `${git}/trees/${sha}` };
  const size = repository.objects.blob(sha)?.length ?? 0;
  return { path, mode, type, sha, size, url: `${git}/blobs/${sha}` };
}

/** docs.github.com/en/rest/git/blobs#get-a-blob */
function getBlob({ world, repository, params, headers }: RepositoryCall): Answer {
  const sha = params['file_sha'] ?? '';
  if (!FULL_SHA.test(sha)) {
    throw new Refusal(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
  }
  const bytes = repository.objects.blob(sha);
  if (bytes === undefined) throw notFound();
  if (bytes.length > world.limits.blobBytes) {
    const errors = [{ resource: 'Blob', field: 'data', code: 'too_large' }];
    throw new Refusal(403, 'This API returns blobs up to 100 MB in size.', { errors });
  }
  if (wantsRaw(headers)) {
    return {
      status: 200,
      body: bytes,
      headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' },
    };
  }
  return ok({
    sha,
    node_id: nodeId('Blob', sha),
    size: bytes.length,
    url: `${repositoryApiUrl(world, repository)}/git/blobs/${sha}`,
    content: base64Lines(bytes),
    encoding: 'base64',
  });
}

function refShape(world: World, repository: Repository, ref: string, sha: string) {
  const git = `${repositoryApiUrl(world, repository)}/git`;
  return {
    ref: `refs/${ref}`,
    node_id: nodeId('Ref', `${repository.id}/${ref}`),
    url: `${git}/refs/${ref}`,
    object: { sha, type: 'commit', url: `${git}/commits/${sha}` },
  };
}
