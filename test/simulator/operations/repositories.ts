import { type Answer, notFound, ok, Refusal } from '../answer.ts';
import type { Operation, RepositoryCall } from '../operation.ts';
import { demandCommits } from '../rules/empty-repository.ts';
import { userShape } from '../shapes/account.ts';
import { commitShape } from '../shapes/commit.ts';
import { repositoryApiUrl, repositoryHtmlUrl, repositoryShape } from '../shapes/repository.ts';
import type { Repository, Role } from '../state/records.ts';
import { resolveCommit } from '../state/refs.ts';
import { wantsSha } from './media-types.ts';
import { pageOf } from './pagination.ts';

const METADATA_READ = [{ metadata: 'read' }];
const CONTENTS_READ = [{ contents: 'read' }];

/** docs.github.com/en/rest/repos, rest/branches, rest/commits, rest/collaborators */
export const repositoryOperations: readonly Operation[] = [
  {
    id: 'repos/get',
    caller: 'repository',
    permissions: METADATA_READ,
    handle({ world, repository }) {
      const { forks_count: network_count, ...shape } = repositoryShape(world, repository);
      return ok({ ...shape, forks_count: network_count, network_count, subscribers_count: 0 });
    },
  },
  { id: 'repos/get-branch', caller: 'repository', permissions: CONTENTS_READ, handle: getBranch },
  {
    id: 'repos/list-branches',
    caller: 'repository',
    permissions: CONTENTS_READ,
    handle(call) {
      const { items, headers } = pageOf(call, [...call.repository.branches]);
      const commits = `${repositoryApiUrl(call.world, call.repository)}/commits`;
      const branches = items.map(([name, sha]) => {
        return { name, commit: { sha, url: `${commits}/${sha}` }, protected: false };
      });
      return { ...ok(branches), headers };
    },
  },
  {
    id: 'repos/get-commit',
    caller: 'repository',
    permissions: CONTENTS_READ,
    handle({ world, repository, params, headers }) {
      demandCommits(repository);
      const sha = resolveCommit(repository, params['ref'] ?? '');
      if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${params['ref']}`);
      if (wantsSha(headers)) {
        const type = 'application/vnd.github.sha; charset=utf-8';
        return { status: 200, body: Buffer.from(sha), headers: { 'content-type': type } };
      }
      return ok(commitShape(world, repository, sha));
    },
  },
  {
    id: 'repos/get-collaborator-permission-level',
    caller: 'repository',
    permissions: METADATA_READ,
    handle: getPermissionLevel,
  },
];

function getBranch({ world, repository, params }: RepositoryCall): Answer {
  const name = params['branch'] ?? '';
  const sha = repository.branches.get(name);
  if (sha === undefined) throw notFound();
  const self = `${repositoryApiUrl(world, repository)}/branches/${name}`;
  return ok({
    name,
    commit: commitShape(world, repository, sha),
    _links: { self, html: `${repositoryHtmlUrl(world, repository)}/tree/${name}` },
    protected: false,
    protection: { enabled: false },
    protection_url: `${self}/protection`,
  });
}

/**
 * "The permission attribute provides the legacy base roles of admin, write, read, and none, where the maintain role
 * is mapped to write and the triage role is mapped to read" (rest/collaborators/collaborators).
 */
const LEGACY: Record<Role, string> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};

const ROLES: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

function getPermissionLevel({ world, repository, params }: RepositoryCall): Answer {
  const account = world.accounts.get(params['username'] ?? '');
  if (account === undefined) throw notFound();
  const role = roleOf(repository, account.login);
  const has = (least: Role) => ROLES.indexOf(role) >= ROLES.indexOf(least);
  const permissions = {
    pull: has('read'),
    triage: has('triage'),
    push: has('write'),
    maintain: has('maintain'),
    admin: has('admin'),
  };
  const user = { ...userShape(world, account), permissions, role_name: role };
  return ok({ permission: LEGACY[role], role_name: role, user });
}

/** Anyone may read a public repository. */
function roleOf(repository: Repository, login: string): Role {
  return repository.collaborators.get(login) ?? (repository.private ? 'none' : 'read');
}
