import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';
import type { Simulator } from '../simulator.ts';

export interface PlainRequest {
  readonly method?: string;
  /** With the query. */
  readonly path: string;
  /** What stands behind `Bearer`; no `Authorization` header where absent. */
  readonly bearer?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON body; null where there was none. */
  readonly body: unknown;
}

/** One request without Octokit, so that a test may also send what Octokit never would. */
export async function send(simulator: Simulator, request: PlainRequest): Promise<PlainAnswer> {
  const { method = 'GET', path, bearer, body, headers } = request;
  const response = await fetch(simulator.baseUrl + path, {
    method,
    redirect: 'manual',
    headers: { ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

export interface Claims {
  readonly iss?: number;
  /** Seconds from now. */
  readonly issued?: number;
  readonly expires?: number;
  readonly algorithm?: string;
  readonly key?: KeyObject;
}

/** The app's JWT as GitHub wants it, save for what is told otherwise. */
export function appJwt(simulator: Simulator, claims: Claims = {}, now = new Date()): string {
  return signJwt(simulator.app.appId, createPrivateKey(simulator.app.privateKey), claims, now);
}

export function signJwt(appId: number, key: KeyObject, claims: Claims = {}, now = new Date()): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const { iss = appId, issued = -30, expires = 540, algorithm = 'RS256' } = claims;
  const payload = { iss, iat: seconds + issued, exp: seconds + expires };
  const signed = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(payload)}`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), claims.key ?? key);
  return `${signed}.${signature.toString('base64url')}`;
}

/** An installation token for `owner`, narrowed by `body` as the API has it. */
export async function tokenFor(
  simulator: Simulator,
  owner: string,
  body?: object,
  now?: Date,
): Promise<string> {
  const path = `/app/installations/${simulator.installation(owner).id}/access_tokens`;
  const answer = await send(simulator, { method: 'POST', path, bearer: appJwt(simulator, {}, now), body });
  return z.object({ token: z.string() }).parse(answer.body).token;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
