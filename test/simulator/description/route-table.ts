import type { Route } from './read-description.ts';

export interface RoutedRequest {
  readonly route: Route;
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string>>;
  /** The path with each parameter percent-encoded as one segment, as openapi-backend needs it. */
  readonly path: string;
}

const PARAMETER = /\{([^}]+)\}/g;

/**
 * Finds the route of a request. GitHub takes refs and file paths unencoded (`/git/ref/heads/main`, marked
 * `x-multi-segment` in the description), which openapi-backend's router cannot match; hence a table of our own.
 */
export function buildRouteTable(routes: readonly Route[]) {
  const compiled = routes.map(compile);
  compiled.sort((one, other) => other.literals - one.literals);

  /** The most specific route, the one with the longest literal part, or undefined where GitHub has none. */
  return (method: string, path: string): RoutedRequest | undefined => {
    const wanted = method.toLowerCase();
    for (const { route, pattern, names } of compiled) {
      const values = route.method === wanted ? pattern.exec(path) : null;
      if (values === null) continue;
      const params: Record<string, string> = {};
      for (const [index, name] of names.entries()) params[name] = decode(values[index + 1] ?? '');
      const encoded = route.path.replace(PARAMETER, (_, name) => encodeURIComponent(params[name] ?? ''));
      return { route, params, path: encoded };
    }
    return undefined;
  };
}

function compile(route: Route) {
  const names = [...route.path.matchAll(PARAMETER)].map(match => match[1] ?? '');
  const literals = route.path.split(PARAMETER).filter((_, index) => index % 2 === 0);
  let pattern = '';
  for (const [index, literal] of literals.entries()) {
    pattern += literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const name = names[index];
    if (name !== undefined) pattern += route.multiSegment.includes(name) ? '(.+)' : '([^/]+)';
  }
  return { route, names, pattern: new RegExp(`^${pattern}$`), literals: literals.join('').length };
}

/** Text that is not percent-encoded properly stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
