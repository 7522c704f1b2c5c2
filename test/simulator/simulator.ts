import { addRepository, type NewRepository } from './actions/repositories.ts';
import { readAppManifest } from './app-manifest.ts';
import { type Clock, steppingClock, systemClock } from './clock.ts';
import { newCredentials } from './credentials.ts';
import { loadApiContract } from './description/api-contract.ts';
import { Faults } from './faults.ts';
import { listen } from './http-server.ts';
import { GITHUB_LIMITS, type Limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { allOperations } from './operations/all-operations.ts';
import { answerPage } from './pages/register-app.ts';
import type { LoggedRequest, SeenRequest, Violation } from './request-log.ts';
import { RestApi } from './rest-api.ts';
import { PrimaryRateLimit } from './rules/rate-limit.ts';
import { Service } from './service.ts';
import { SimulatedApp } from './simulated-app.ts';
import { SimulatedInstallation } from './simulated-installation.ts';
import { SimulatedRepository } from './simulated-repository.ts';
import type { CommentChange, IssueChange } from './state/changes.ts';
import { installationOf, installOn } from './state/installations.ts';
import type { Permissions } from './state/records.ts';
import { forkRepository } from './state/repositories.ts';
import { accountNamed, createWorld, findRepository, type World } from './state/world.ts';
import { Deliveries } from './webhooks/deliveries.ts';
import { Webhooks } from './webhooks/webhooks.ts';

const WEBHOOK_SECRET = 'simulated-webhook-secret-0123456789abcdef';

export interface SimulatorOptions {
  /** Dates of records and commits; by default one second per look from a fixed start, so that runs are alike. */
  readonly clock?: Clock;
  /** The present, in which app JWTs and tokens run out; the system's unless told. */
  readonly wallClock?: Clock;
  /** What installations grant; the app's `app.yml` unless told. */
  readonly permissions?: Permissions;
  /** Where links for people lead. */
  readonly htmlUrl?: string;
  /** Makes it a GitHub Enterprise Server of that version. */
  readonly enterpriseVersion?: string;
  /** Lets people without a token read what is public. An app that leaned on it would fail on the first private repository. */
  readonly isPublic?: boolean;
}

/**
 * A GitHub on 127.0.0.1. Where to look: `state/` is what it remembers, `actions/` what people do to that,
 * `operations/` what the REST API answers, `graphql/` what the other one does, `rules/` what both refuse, `shapes/` how things look as JSON, `webhooks/`
 * what it sends, `description/` GitHub's own description that both sides are held against, `git/` objects and ids.
 */
export class Simulator {
  /** Base URL of the API, for `GITHUB_BASE_URL`; without a trailing slash. */
  readonly baseUrl: string;
  readonly app: SimulatedApp;
  /** The endpoints that are answered, by GitHub's operation id. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Faults that wait for their request. */
  readonly faults: Faults;
  /** Every request, in the order of arrival. */
  readonly requests: readonly LoggedRequest[];
  /** What broke GitHub's description, on either side; empty as long as the app and the simulator behave. */
  readonly violations: readonly Violation[];
  readonly webhooks: Webhooks;
  readonly #world: World;
  readonly #service: Service;
  readonly #close: () => Promise<void>;

  constructor(parts: SimulatorParts) {
    const { world, service, operations, faults, deliveries, close } = parts;
    this.baseUrl = world.apiUrl;
    this.app = new SimulatedApp(world);
    this.operations = operations;
    this.faults = faults;
    this.requests = service.requests;
    this.violations = service.violations;
    this.webhooks = new Webhooks(world, deliveries);
    this.#world = world;
    this.#service = service;
    this.#close = close;
  }

  /** GitHub's limits in force here; a test may lower them to reach an edge. */
  get limits(): Limits {
    return this.#world.limits;
  }

  /** Milliseconds added to every answer. */
  get latency(): number {
    return this.#service.latency;
  }

  set latency(milliseconds: number) {
    this.#service.latency = milliseconds;
  }

  /** What happened to plain issues, by people and by the app itself: GitHub sends `issues` for either. Oldest first. */
  get issueChanges(): readonly IssueChange[] {
    return this.#world.issueChanges;
  }

  /** The same of comments on issues and pull requests. */
  get commentChanges(): readonly CommentChange[] {
    return this.#world.commentChanges;
  }

  /**
   * Resolves with what `look` finds; it is asked now, and again after every request and when one meets its fault. Rejects
   * after 20 s.
   */
  until<Found>(look: () => Found | undefined): Promise<Found> {
    return this.#service.waiting.until(look);
  }

  /** Calls back with every request from now on, when it is over. */
  watch(watcher: (seen: SeenRequest) => void): void {
    this.#service.watchers.push(watcher);
  }

  /** A new repository of its owner's; the app is installed on it unless told otherwise. */
  addRepository(options: NewRepository): SimulatedRepository {
    const record = addRepository(this.#world, options);
    const repository = new SimulatedRepository(this.#world, record);
    if (options.files !== undefined) {
      repository.commit(record.defaultBranch, options.files, { message: 'Initial commit' });
    }
    return repository;
  }

  /** A fork under another account; the app is not installed on it. */
  fork(parent: SimulatedRepository, owner: string): SimulatedRepository {
    const record = forkRepository(this.#world, parent.record, accountNamed(this.#world, owner));
    return new SimulatedRepository(this.#world, record);
  }

  /** The repository `owner/name`. Fails where there is none. */
  repository(fullName: string): SimulatedRepository {
    const [owner = '', name = ''] = fullName.split('/');
    const record = findRepository(this.#world, owner, name);
    if (record === undefined) throw new Error(`There is no repository ${fullName}`);
    return new SimulatedRepository(this.#world, record);
  }

  /** The app's installation on an account. Fails where it is not installed there. */
  installation(owner: string): SimulatedInstallation {
    const record = installationOf(this.#world, accountNamed(this.#world, owner));
    if (record === undefined) throw new Error(`The app is not installed on ${owner}`);
    return new SimulatedInstallation(this.#world, record);
  }

  /** Installs the app on all repositories of an account, present and future. */
  installOnAll(owner: string): SimulatedInstallation {
    return new SimulatedInstallation(
      this.#world,
      installOn(this.#world, accountNamed(this.#world, owner), 'all'),
    );
  }

  /** A personal access token, which reads what is public and what its owner has a role in. */
  addPersonalToken(login: string): string {
    const token = `ghp_simulated${String(this.#world.counters.next('token')).padStart(27, '0')}`;
    this.#world.personalTokens.set(token, accountNamed(this.#world, login));
    return token;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

interface SimulatorParts {
  readonly world: World;
  readonly service: Service;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
  readonly close: () => Promise<void>;
}

/** Starts a GitHub on a free port of 127.0.0.1; about 300 ms for the first in a process, to read its description. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const manifest = readAppManifest();
  const world = createWorld({
    clock: options.clock ?? steppingClock(),
    wallClock: options.wallClock ?? systemClock,
    limits: { ...GITHUB_LIMITS },
    htmlUrl: options.htmlUrl ?? 'https://github.com',
    ...(options.isPublic !== undefined && { isPublic: options.isPublic }),
    app: {
      slug: 'showwork',
      name: 'Showwork',
      permissions: options.permissions ?? manifest.permissions,
      events: manifest.events,
    },
    credentials: await newCredentials(WEBHOOK_SECRET),
    enterpriseVersion: options.enterpriseVersion,
  });
  const deliveries = new Deliveries(world);
  const rateLimit = new PrimaryRateLimit(world);
  const operations = allOperations(deliveries, rateLimit);
  const faults = new Faults();
  const contract = await loadApiContract([...operations.keys()]);
  const rest = new RestApi(world, contract, operations);
  const service = new Service({ world, rest, faults, rateLimit });
  const server = await listen(async request => answerPage(world, request) ?? service.answer(request));
  world.apiUrl = server.url;
  return new Simulator({
    world,
    service,
    operations,
    faults,
    deliveries,
    close: server.close,
  });
}
