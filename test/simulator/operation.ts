import type { Answer } from './answer.ts';
import type { Installation, InstallationToken, Permissions, Repository } from './state/records.ts';
import type { World } from './state/world.ts';

/** An installation token's bearer. */
export interface InstallationCaller {
  readonly kind: 'installation';
  readonly token: InstallationToken;
  readonly installation: Installation;
}

/** Who signed the request. */
export type Caller = { readonly kind: 'app' } | InstallationCaller | { readonly kind: 'stranger' };

/** A request that was routed, authenticated and found valid against GitHub's description. */
export interface Call {
  readonly world: World;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface RepositoryCall extends Call {
  readonly repository: Repository;
  readonly token: InstallationToken;
}

export interface InstallationCall extends Call {
  readonly token: InstallationToken;
  readonly installation: Installation;
}

/** One endpoint: GitHub's operation id, who may call it, and what it does. */
export type Operation =
  | { readonly id: string; readonly caller: 'anybody'; handle(call: Call): Answer | Promise<Answer> }
  | { readonly id: string; readonly caller: 'app'; handle(call: Call): Answer | Promise<Answer> }
  | { readonly id: string; readonly caller: 'installation'; handle(call: InstallationCall): Answer }
  | RepositoryOperation;

/** An endpoint below `/repos/{owner}/{repo}`. */
export interface RepositoryOperation {
  readonly id: string;
  readonly caller: 'repository';
  /**
   * Any one of these is enough. Source of each: docs.github.com/en/rest/authentication/
   * permissions-required-for-github-apps. A function where it depends on what is asked for.
   */
  readonly permissions: readonly Permissions[] | ((call: RepositoryCall) => readonly Permissions[]);
  handle(call: RepositoryCall): Answer;
}
