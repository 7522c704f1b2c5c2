import { z } from 'zod';
import { type Answer, created, notFound, ok, Refusal } from '../answer.ts';
import { instant } from '../clock.ts';
import type { Call, Operation } from '../operation.ts';
import { allows } from '../rules/permissions.ts';
import { appShape, installationShape } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import { installationOn, reachedBy } from '../state/installations.ts';
import type { Installation, Permissions, Repository } from '../state/records.ts';
import { findRepository, type World } from '../state/world.ts';
import { pageOf } from './pagination.ts';

const TokenRequest = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
  permissions: z.record(z.string(), z.string()).optional(),
});

/** docs.github.com/en/rest/apps/apps */
export const appOperations: readonly Operation[] = [
  {
    id: 'apps/get-authenticated',
    caller: 'app',
    handle: ({ world }) =>
      ok({ ...appShape(world, world.app), installations_count: world.installations.size }),
  },
  {
    id: 'apps/list-installations',
    caller: 'app',
    handle(call) {
      const { items, headers } = pageOf(call, [...call.world.installations.values()]);
      return { ...ok(items.map(item => installationShape(call.world, item))), headers };
    },
  },
  {
    id: 'apps/get-installation',
    caller: 'app',
    handle: call => ok(installationShape(call.world, installationAsked(call))),
  },
  {
    id: 'apps/get-repo-installation',
    caller: 'app',
    handle({ world, params }) {
      const repository = findRepository(world, params['owner'] ?? '', params['repo'] ?? '');
      const installation = repository && installationOn(world, repository);
      if (installation === undefined) throw notFound();
      return ok(installationShape(world, installation));
    },
  },
  { id: 'apps/create-installation-access-token', caller: 'app', handle: createToken },
  {
    id: 'apps/list-repos-accessible-to-installation',
    caller: 'installation',
    handle(call) {
      const { world, token, installation } = call;
      const reached = reachedBy(world, installation).filter(
        repository => token.repositoryIds === null || token.repositoryIds.includes(repository.id),
      );
      const { items, headers } = pageOf(call, reached);
      const repositories = items.map(repository => repositoryShape(world, repository));
      const repository_selection = installation.repositorySelection;
      return { ...ok({ total_count: reached.length, repository_selection, repositories }), headers };
    },
  },
];

/** docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app */
function createToken(call: Call): Answer {
  const { world, body } = call;
  const installation = installationAsked(call);
  if (installation.suspendedAt !== null) throw new Refusal(403, 'This installation has been suspended');
  const asked = TokenRequest.parse(body ?? {});
  const repositories = repositoriesAsked(world, installation, asked);
  const permissions = permissionsAsked(installation, asked.permissions);
  const lifeMs = world.limits.installationTokenSeconds * 1000;
  const token = {
    token: `ghs_simulated${String(world.counters.next('token')).padStart(27, '0')}`,
    installationId: installation.id,
    repositoryIds: repositories?.map(repository => repository.id) ?? null,
    permissions,
    expiresAt: new Date(world.wallClock.now().getTime() + lifeMs),
  };
  world.tokens.set(token.token, token);
  return created({
    token: token.token,
    expires_at: instant(token.expiresAt),
    permissions,
    repository_selection: repositories === null ? installation.repositorySelection : 'selected',
    ...(repositories && { repositories: repositories.map(repository => repositoryShape(world, repository)) }),
  });
}

/** Null where the token is for all that the installation reaches. GitHub refuses a list with one it does not reach. */
function repositoriesAsked(
  world: World,
  installation: Installation,
  asked: z.infer<typeof TokenRequest>,
): Repository[] | null {
  const { repositories: names, repository_ids: ids } = asked;
  if (names === undefined && ids === undefined) return null;
  const reached = reachedBy(world, installation);
  const found: (Repository | undefined)[] = [
    ...(ids ?? []).map(id => reached.find(repository => repository.id === id)),
    ...(names ?? []).map(name => reached.find(repository => isNamed(repository, name))),
  ];
  const known = found.filter(repository => repository !== undefined);
  if (known.length === found.length) return known;
  throw new Refusal(
    422,
    'There is at least one repository that does not exist or is not accessible to the parent installation.',
  );
}

/** GitHub compares names without regard to case; here they stand without their owner. */
function isNamed(repository: Repository, name: string): boolean {
  return repository.name.toLowerCase() === name.toLowerCase();
}

/** A token may ask for less than the installation grants, never for more. */
function permissionsAsked(installation: Installation, asked: Permissions | undefined): Permissions {
  if (asked === undefined) return installation.permissions;
  if (allows(installation.permissions, asked)) return { ...asked, metadata: 'read' };
  throw new Refusal(422, 'The permissions requested are not granted to this installation.');
}

function installationAsked({ world, params }: Call): Installation {
  const installation = world.installations.get(Number(params['installation_id']));
  if (installation === undefined) throw notFound();
  return installation;
}
