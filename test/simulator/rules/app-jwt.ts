import { type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../answer.ts';

const Claims = z.object({ iss: z.union([z.string(), z.number()]), iat: z.int(), exp: z.int() });

export interface AppIdentity {
  readonly appId: number;
  readonly publicKeys: readonly KeyObject[];
  readonly longestLifeSeconds: number;
}

/**
 * Checks an app's JSON web token as GitHub does: RS256 with one of the app's keys, `iss` the app, `iat` not in the future,
 * `exp` in the future and at most ten minutes ahead. Fails with the 401 that GitHub answers.
 * Source: docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export function verifyAppJwt(jwt: string, identity: AppIdentity, now: Date): void {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const algorithm = z.object({ alg: z.literal('RS256') }).safeParse(decode(header));
  const signed = Buffer.from(`${header}.${payload}`);
  const genuine =
    algorithm.success &&
    identity.publicKeys.some(key => verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url')));
  const claims = Claims.safeParse(decode(payload));
  if (!genuine || !claims.success) throw new Refusal(401, 'A JSON web token could not be decoded');

  const { iss, iat, exp } = claims.data;
  const seconds = Math.floor(now.getTime() / 1000);
  if (String(iss) !== String(identity.appId)) throw new Refusal(404, 'Integration not found');
  if (iat > seconds) {
    throw new Refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (exp <= seconds) {
    throw new Refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > seconds + identity.longestLifeSeconds) {
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  }
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
