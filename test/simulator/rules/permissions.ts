import { notAccessible, notFound, Refusal } from '../answer.ts';
import type { Caller, InstallationCaller, PersonCaller } from '../operation.ts';
import { covers } from '../state/installations.ts';
import type { Account, Installation, InstallationToken, Permissions, Repository } from '../state/records.ts';
import { findRepository, type World } from '../state/world.ts';

const LEVELS = ['read', 'write', 'admin'];

/** True where `granted` has each of `needed`, at that level or above. */
export function allows(granted: Permissions, needed: Permissions): boolean {
  for (const [name, level] of Object.entries(needed)) {
    if (LEVELS.indexOf(granted[name] ?? '') < LEVELS.indexOf(level)) return false;
  }
  return true;
}

/**
 * What the token may do: its own narrowing, held down to what the installation grants now. Every installation has
 * `metadata: read` (docs.github.com/en/apps: "mandatory").
 */
function effectivePermissions(token: InstallationToken, installation: Installation): Permissions {
  const effective: Record<string, string> = { metadata: 'read' };
  for (const [name, level] of Object.entries(token.permissions)) {
    const granted = installation.permissions[name];
    if (granted !== undefined)
      effective[name] = allows({ [name]: granted }, { [name]: level }) ? level : granted;
  }
  return effective;
}

/**
 * The repository, if the token reaches it: else 404, as GitHub hides what a caller may not know. GitHub lets tokens
 * read *public* repositories beyond their installation; the simulator does not, because an app that leaned on that
 * would fail on the first private one.
 */
export function reachRepository(
  world: World,
  caller: InstallationCaller,
  owner: string,
  name: string,
): Repository {
  const repository = findRepository(world, owner, name);
  if (repository === undefined || !reaches(caller, repository)) throw notFound();
  return repository;
}

/** True where the token was not narrowed away from the repository and its installation still covers it. */
export function reaches({ token, installation }: InstallationCaller, repository: Repository): boolean {
  const { repositoryIds } = token;
  return (
    (repositoryIds === null || repositoryIds.includes(repository.id)) && covers(installation, repository)
  );
}

/**
 * The same for a person, who may read what is public and what they have a role in. Nobody writes with a personal token
 * here.
 */
export function readByPerson(
  world: World,
  { account }: PersonCaller,
  { owner, name, method }: { readonly owner: string; readonly name: string; readonly method: string },
): Repository {
  const repository = findRepository(world, owner, name);
  if (repository === undefined || !shownTo(account, repository)) throw notFound();
  if (method !== 'GET') throw new Refusal(403, 'Resource not accessible by personal access token');
  return repository;
}

function shownTo(account: Account | null, { private: isPrivate, owner, collaborators }: Repository): boolean {
  if (!isPrivate) return true;
  if (account === null) return false;
  return account === owner || (collaborators.get(account.login) ?? 'none') !== 'none';
}

/** True where one of `alternatives` is granted. */
export function grantsOneOf(
  alternatives: readonly Permissions[],
  token: InstallationToken,
  installation: Installation,
): boolean {
  const granted = effectivePermissions(token, installation);
  return alternatives.some(needed => allows(granted, needed));
}

/** Fails with 403 unless one of `alternatives` is granted. */
export function demandOneOf(
  alternatives: readonly Permissions[],
  token: InstallationToken,
  installation: Installation,
): void {
  if (grantsOneOf(alternatives, token, installation)) return;
  throw notAccessible(alternatives.map(describe).join('; '));
}

/** App endpoints take the app's JWT only (docs: "You must use a JWT to access this endpoint"), all others a token. */
export function demandCaller<K extends Caller['kind']>(
  caller: Caller,
  kind: K,
): asserts caller is Extract<Caller, { kind: K }> {
  if (caller.kind === kind) return;
  if (kind === 'app') throw new Refusal(401, 'A JSON web token could not be decoded');
  throw notAccessible('an installation access token');
}

function describe(permissions: Permissions): string {
  return Object.entries(permissions)
    .map(([name, level]) => `${name}=${level}`)
    .join(',');
}
