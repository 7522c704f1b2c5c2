import { type Answer, notFound, ok, Refusal } from '../answer.ts';
import { filesOf, listTree, type TreeItem } from '../git/files.ts';
import type { Operation, RepositoryCall } from '../operation.ts';
import { contentShape } from '../shapes/content.ts';
import type { Repository } from '../state/records.ts';
import { resolveCommit } from '../state/refs.ts';
import { base64Lines } from './base64.ts';
import { wantsRaw } from './media-types.ts';

const CONTENTS_READ = [{ contents: 'read' }];

/** Where GitHub looks for the README that it shows, best first (docs: repositories/…/about-readmes). */
const README_FOLDERS = ['.github/', '', 'docs/'];

/** docs.github.com/en/rest/repos/contents */
export const contentsOperations: readonly Operation[] = [
  {
    id: 'repos/get-content',
    caller: 'repository',
    permissions: CONTENTS_READ,
    handle(call) {
      const path = (call.params['path'] ?? '').replace(/\/+$/, '');
      return contentAt(call, treeAsked(call), path);
    },
  },
  {
    id: 'repos/get-readme',
    caller: 'repository',
    permissions: CONTENTS_READ,
    handle(call) {
      const tree = treeAsked(call);
      for (const folder of README_FOLDERS) {
        for (const path of filesOf(call.repository.objects, tree).keys()) {
          const name = path.startsWith(folder) ? path.slice(folder.length) : '';
          if (/^readme(?:\.[^./]+)?$/i.test(name)) return contentAt(call, tree, path);
        }
      }
      throw notFound();
    },
  },
];

function treeAsked({ repository, query }: RepositoryCall): string {
  if (repository.branches.size === 0) throw new Refusal(404, 'This repository is empty.');
  const commit = resolveCommit(repository, query['ref'] ?? repository.defaultBranch);
  const tree = commit && repository.objects.commit(commit)?.tree;
  if (tree === undefined) throw new Refusal(404, `No commit found for the ref ${query['ref'] ?? ''}`);
  return tree;
}

function contentAt(call: RepositoryCall, tree: string, path: string): Answer {
  const { repository } = call;
  if (path === '') return folder(call, tree, '');
  const item = itemAt(repository, tree, path);
  if (item === undefined) throw notFound();
  if (item.type === 'tree') return folder(call, item.sha, `${path}/`);
  if (item.type === 'commit') return submodule(call, item);
  if (item.mode !== '120000') return file(call, item);
  // "If the symlink's target is a normal file in the repository, then the API responds with the content of the file."
  const target = textOf(repository, item.sha);
  const goal = itemAt(repository, tree, resolveLink(path, target));
  if (goal?.type === 'blob' && goal.mode !== '120000') return file(call, { ...goal, path });
  return ok({ ...contentShape(call.world, repository, item), type: 'symlink', target });
}

function file(call: RepositoryCall, item: TreeItem): Answer {
  const { world, repository, headers } = call;
  const bytes = repository.objects.blob(item.sha) ?? new Uint8Array();
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
  // "Between 1-100 MB: only the raw or object custom media types are supported": as JSON it comes without content.
  const whole = bytes.length <= world.limits.contentsBytes;
  const body = whole
    ? { content: base64Lines(bytes), encoding: 'base64' }
    : { content: '', encoding: 'none' };
  return ok({ ...contentShape(world, repository, item), type: 'file', ...body });
}

function folder(call: RepositoryCall, treeSha: string, prefix: string): Answer {
  const { world, repository } = call;
  const entries = [...listTree(repository.objects, treeSha, false, prefix)].slice(
    0,
    world.limits.contentsEntries,
  );
  return ok(entries.map(entry => contentShape(world, repository, entry)));
}

function submodule(call: RepositoryCall, item: TreeItem): Answer {
  const shape = contentShape(call.world, call.repository, item);
  return ok({ ...shape, type: 'submodule', submodule_git_url: `${call.world.htmlUrl}/some/submodule.git` });
}

function itemAt(repository: Repository, tree: string, path: string): TreeItem | undefined {
  for (const item of listTree(repository.objects, tree, true)) {
    if (item.path === path) return item;
  }
  return undefined;
}

function textOf(repository: Repository, sha: string): string {
  return Buffer.from(repository.objects.blob(sha) ?? []).toString('utf8');
}

/** The path a link leads to; one that leaves the repository leads to no path of it. */
function resolveLink(path: string, target: string): string {
  if (target.startsWith('/')) return target;
  const steps = path.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return '/';
    } else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
