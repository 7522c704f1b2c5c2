import { Refusal } from '../answer.ts';
import type { Caller } from '../operation.ts';
import type { World } from '../state/world.ts';
import { verifyAppJwt } from './app-jwt.ts';

const DOTS_OF_A_JWT = 2;

/**
 * Who is calling. Fails with 401 where the `Authorization` header is missing, false or out of date.
 * Source: docs.github.com/en/rest/authentication/authenticating-to-the-rest-api
 */
export function authenticate(world: World, authorization: string | undefined): Caller {
  const credentials = /^(?:bearer|token) +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (authorization === undefined && world.isPublic) return { kind: 'person', account: null };
  if (credentials === undefined) throw new Refusal(401, 'Requires authentication');
  if (credentials.split('.').length === DOTS_OF_A_JWT + 1) {
    const identity = {
      appId: world.app.id,
      publicKeys: world.credentials.publicKeys,
      longestLifeSeconds: world.limits.appJwtSeconds,
    };
    verifyAppJwt(credentials, identity, world.wallClock.now());
    return { kind: 'app' };
  }

  const account = world.personalTokens.get(credentials);
  if (account !== undefined) return { kind: 'person', account };
  const token = world.tokens.get(credentials);
  if (token === undefined || token.expiresAt <= world.wallClock.now()) throw badCredentials();
  const installation = world.installations.get(token.installationId);
  // An uninstalled app's tokens stop working at once.
  if (installation === undefined) throw badCredentials();
  if (installation.suspendedAt !== null) throw new Refusal(403, 'This installation has been suspended');
  return { kind: 'installation', token, installation };
}

function badCredentials(): Refusal {
  return new Refusal(401, 'Bad credentials');
}
