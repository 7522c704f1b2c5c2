/** A simulated GitHub, the whole app in this process in front of a database file, and people who do things. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, serve } from '../../src/server.ts';
import type { ServiceParts } from '../../src/service.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import type { CheckRun } from '../simulator/state/records.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import { type Requests, type StoryRequests, TOKEN } from './requests/shared.ts';

export interface Story {
  readonly simulator: Simulator;
  readonly logger: CollectingLogger;
  /** Where webhooks go. */
  readonly url: string;
  /** The database file. */
  readonly dataPath: string;
  /** What each step told so far has asked of GitHub. */
  readonly told: StoryRequests;
  /** One step: what people do, and all that the app makes of it, until nothing is left to do. */
  tell(step: string, act: () => Promise<unknown>): Promise<void>;
  /** Delivers events one after another; answers what the app said to each. */
  deliver(...events: readonly WebhookEvent[]): Promise<readonly unknown[]>;
  /** The completed check run on a commit, as soon as there is one. */
  checkRunOn(repository: SimulatedRepository, headSha: string): Promise<CheckRun>;
  /** Operation of each request since the last call, in order; tokens left out. */
  newRequests(): string[];
  /** Fails where either side broke GitHub's description. */
  end(): Promise<void>;
}

/** `parts`: what the app stands on in place of its own clock or reviewer. */
export async function beginStory(
  parts: Partial<Pick<ServiceParts, 'clock' | 'reviewer'>> = {},
): Promise<Story> {
  const simulator = await startSimulator();
  const folder = mkdtempSync(join(tmpdir(), 'showwork-story-'));
  const dataPath = join(folder, 'showwork.sqlite');
  const logger = createCollectingLogger();
  const server: RunningServer = await serve(
    {
      host: '127.0.0.1',
      port: 0,
      appId: simulator.app.appId,
      privateKey: simulator.app.privateKey,
      webhookSecrets: [simulator.app.webhookSecret],
      githubApiUrl: simulator.baseUrl,
      githubWebUrl: 'https://github.com',
      dataPath,
      databaseUrl: null,
      role: 'all',
      logLevel: 'info',
    },
    { ...parts, logger },
  );
  const url = `${server.url}/api/github/webhooks`;
  const told: Record<string, Requests> = {};
  let seen = 0;

  function sinceLast(): string[] {
    const requests = simulator.requests.slice(seen);
    seen = simulator.requests.length;
    return requests.map(({ operationId }) => operationId ?? 'unknown');
  }

  return {
    simulator,
    logger,
    url,
    dataPath,
    told,
    async tell(step, act) {
      sinceLast();
      await act();
      await server.idle();
      told[step] = countOf(sinceLast());
    },
    async deliver(...events) {
      const answers: unknown[] = [];
      for (const event of events) {
        const { body } = await simulator.webhooks.deliver({ url, ...event });
        answers.push(JSON.parse(body));
      }
      return answers;
    },
    checkRunOn: (repository, headSha) =>
      simulator.until(() => repository.checkRuns(headSha).find(({ status }) => status === 'completed')),
    newRequests: () => sinceLast().filter(operation => operation !== TOKEN),
    async end() {
      await server.close();
      await simulator.close();
      rmSync(folder, { recursive: true });
      if (simulator.violations.length > 0) throw new Error(JSON.stringify(simulator.violations, null, 2));
    },
  };
}

/** How often each operation was asked for, by name. */
function countOf(operations: readonly string[]): Requests {
  const counts: Record<string, number> = {};
  for (const operation of operations.toSorted()) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}
