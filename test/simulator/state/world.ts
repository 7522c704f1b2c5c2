import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import type { CommentChange, IssueChange } from './changes.ts';
import { Counters } from './counters.ts';
import type {
  Account,
  App,
  AppCredentials,
  Hook,
  Installation,
  InstallationToken,
  Repository,
} from './records.ts';
import type { Registration } from './registration.ts';

/** Everything the simulated GitHub knows. One per simulator. */
export interface World {
  readonly app: App;
  credentials: AppCredentials;
  hook: Hook;
  /** By the code that GitHub gave for it. */
  readonly registrations: Map<string, Registration>;
  /** Dates of records and commits. */
  readonly clock: Clock;
  /** The present, for signatures, tokens and rate limits: the app under test lives in it too. */
  readonly wallClock: Clock;
  readonly limits: Limits;
  readonly counters: Counters;
  readonly accounts: Map<string, Account>;
  readonly installations: Map<number, Installation>;
  readonly repositories: Map<number, Repository>;
  /** Lower-case `owner/name` of before a renaming, to the repository's id. */
  readonly formerNames: Map<string, number>;
  readonly tokens: Map<string, InstallationToken>;
  /** What happened to plain issues, and to comments, by people and by the app, oldest first. */
  readonly issueChanges: IssueChange[];
  readonly commentChanges: CommentChange[];
  /** Where the API answers, without a trailing slash. */
  apiUrl: string;
  /** Where people look at it, without a trailing slash. */
  readonly htmlUrl: string;
  /** Of GitHub Enterprise Server; null on github.com. */
  readonly enterpriseVersion: string | null;
}

export interface WorldOptions {
  readonly clock: Clock;
  readonly wallClock: Clock;
  readonly limits: Limits;
  readonly htmlUrl: string;
  readonly app: Pick<App, 'slug' | 'name' | 'permissions' | 'events'>;
  readonly credentials: AppCredentials;
  readonly enterpriseVersion?: string | undefined;
}

const HOOK_URL = 'https://showwork.example.com/api/github/webhooks';

export function createWorld(options: WorldOptions): World {
  const { clock, wallClock, limits, htmlUrl } = options;
  const counters = new Counters();
  const accounts = new Map<string, Account>();
  const owner = accountNamed({ accounts, counters }, 'app-owner', 'Organization');
  const bot = accountNamed({ accounts, counters }, `${options.app.slug}[bot]`);
  const app: App = { ...options.app, id: counters.next('app'), owner, bot, createdAt: clock.now() };
  return {
    app,
    credentials: options.credentials,
    hook: { url: HOOK_URL, contentType: 'json', insecureSsl: '0', hasSecret: true },
    registrations: new Map(),
    clock,
    wallClock,
    limits,
    counters,
    accounts,
    installations: new Map(),
    repositories: new Map(),
    formerNames: new Map(),
    tokens: new Map(),
    issueChanges: [],
    commentChanges: [],
    apiUrl: '',
    htmlUrl,
    enterpriseVersion: options.enterpriseVersion ?? null,
  };
}

/** The account with that login, made on first mention; GitHub reserves logins in `[bot]` for apps' bots. */
export function accountNamed(
  world: Pick<World, 'accounts' | 'counters'>,
  login: string,
  type: Account['type'] = login.endsWith('[bot]') ? 'Bot' : 'User',
): Account {
  const known = world.accounts.get(login);
  if (known !== undefined) return known;
  const account = { id: world.counters.next('account'), login, type };
  world.accounts.set(login, account);
  return account;
}

export function findRepository(world: World, owner: string, name: string): Repository | undefined {
  // GitHub compares owner and name without regard to case.
  const wanted = `${owner}/${name}`.toLowerCase();
  for (const repository of world.repositories.values()) {
    if (fullName(repository).toLowerCase() === wanted) return repository;
  }
  return undefined;
}

export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** The private address that GitHub gives to everyone. */
export function emailOf(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}
