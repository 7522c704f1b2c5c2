import { Refusal } from '../answer.ts';
import { findRepository, fullName, type World } from '../state/world.ts';

/**
 * The path with the repository's present name. An old name is answered with a redirect to the repository's id, a
 * permanent one (301) for GET and HEAD and one that keeps the method (307) for the rest.
 * Source: docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api, "Follow redirects"
 */
export function pathUnderPresentName(world: World, method: string, path: string): string {
  const byId = pathById(world, path);
  if (byId !== null) return byId;

  const [, owner = '', name = '', rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const former = world.formerNames.get(`${owner}/${name}`.toLowerCase());
  if (former === undefined || findRepository(world, owner, name) !== undefined) return path;
  const status = method === 'GET' || method === 'HEAD' ? 301 : 307;
  const url = `${world.apiUrl}/repositories/${former}${rest}`;
  throw new Refusal(status, 'Moved Permanently', { url }, { location: url });
}

/** Of a path with a repository's id, where a redirect leads, the one with its name; null of all others. */
export function pathById(world: World, path: string): string | null {
  const [, id, below = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const repository = world.repositories.get(Number(id));
  return repository === undefined ? null : `/repos/${fullName(repository)}${below}`;
}
