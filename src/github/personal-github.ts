/** GitHub as a person sees it, with their own token or none: read, and nothing else. */
import { Octokit } from '@octokit/rest';
import { ShowworkError } from '../errors.ts';
import { Sha } from '../jobs.ts';
import type { Clock, Tree } from '../ports.ts';
import { type Address, type Asking, ask } from './ask.ts';
import { readBlob } from './blobs.ts';
import { fetchWithin } from './fetch-within.ts';
import { RepositoryAnswer } from './repositories.ts';
import { readTree } from './trees.ts';

export type { Address };

/** As GitHub spells it now, also where it was asked for by a former name. */
export interface SeenRepository extends Address {
  readonly defaultBranch: string;
}

/** Each function sends one request and fails with a `ShowworkError` `GITHUB_…`; what is not there or hidden is GITHUB_GONE. */
export interface PersonalGitHub {
  readRepository(address: Address): Promise<SeenRepository>;
  /** The commit that a branch, a tag or the beginning of a commit id names; null where none does. */
  readCommitId(address: Address, ref: string): Promise<string | null>;
  readTree(address: Address, treeish: string, options: { recursive: boolean }): Promise<Tree>;
  readBlob(address: Address, sha: string): Promise<Uint8Array>;
}

export interface PersonalOptions {
  /** Base URL of the API, without a slash at its end. */
  readonly baseUrl: string;
  /** Null asks as a stranger, who sees what is public. */
  readonly token: string | null;
  readonly clock: Clock;
}

/** GitHub ends a request itself after 10 seconds (docs: rest/using-the-rest-api/troubleshooting-the-rest-api). */
const TIMEOUT_MS = 12_000;
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
/** A person's token was made long ago. */
const LONG_AGO = new Date(0);

export function createPersonalGitHub({ baseUrl, token, clock }: PersonalOptions): PersonalGitHub {
  const octokit = new Octokit({
    baseUrl,
    userAgent: 'showwork',
    log: SILENT,
    request: { fetch: fetchWithin(TIMEOUT_MS) },
  });
  const session: Asking<Address> = {
    octokit,
    clock,
    tokens: {
      get: async () => ({ token, mintedAt: LONG_AGO }),
      renew: async () => {
        throw new ShowworkError('GITHUB_UNAUTHORIZED', 'GitHub does not accept the token');
      },
    },
  };
  return {
    readRepository: address => readRepository(session, address),
    readCommitId: (address, ref) => readCommitId(session, address, ref),
    readTree: (...parameters) => readTree(session, ...parameters),
    readBlob: (...parameters) => readBlob(session, ...parameters),
  };
}

async function readRepository(session: Asking<Address>, address: Address): Promise<SeenRepository> {
  const { owner, name, default_branch } = await ask(session, address, {
    use: 'read',
    doing: 'read the repository',
    send: (rest, common) => rest.repos.get({ ...common }),
    answer: RepositoryAnswer,
  });
  return { owner: owner.login, name, defaultBranch: default_branch };
}

/** GitHub answers 404 where it knows no such ref, and 422 where it could be a commit's id and is none. */
async function readCommitId(session: Asking<Address>, address: Address, ref: string): Promise<string | null> {
  const asking = ask(session, address, {
    use: 'read',
    doing: 'look up the commit',
    send: (rest, common) => rest.repos.getCommit({ ...common, ref, mediaType: { format: 'sha' } }),
    answer: Sha,
  });
  return asking.catch((thrown: unknown) => {
    if (!(thrown instanceof ShowworkError)) throw thrown;
    if (thrown.code === 'GITHUB_GONE' || thrown.code === 'GITHUB_REJECTED') return null;
    throw thrown;
  });
}
