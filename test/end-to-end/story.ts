/** A simulated GitHub, the whole app in this process in front of a database file, and a learner who pushes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/server.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import type { CheckRun } from '../simulator/state/records.ts';

export interface Story {
  readonly simulator: Simulator;
  /** Where webhooks go. */
  readonly url: string;
  /** The completed check run on a commit, as soon as there is one. */
  checkRunOn(repository: SimulatedRepository, headSha: string): Promise<CheckRun>;
  /** Method and operation of each request for `repository` since the last call; tokens left out. */
  newRequests(): string[];
  end(): Promise<void>;
}

export async function beginStory(): Promise<Story> {
  const simulator = await startSimulator();
  const folder = mkdtempSync(join(tmpdir(), 'showwork-story-'));
  const server = await serve(
    {
      host: '127.0.0.1',
      port: 0,
      appId: simulator.app.appId,
      privateKey: simulator.app.privateKey,
      webhookSecrets: [simulator.app.webhookSecret],
      githubApiUrl: simulator.baseUrl,
      githubWebUrl: 'https://github.com',
      dataPath: join(folder, 'showwork.sqlite'),
      logLevel: 'info',
    },
    { logger: createCollectingLogger() },
  );
  let told = 0;
  return {
    simulator,
    url: `${server.url}/api/github/webhooks`,
    checkRunOn: (repository, headSha) =>
      simulator.until(() => repository.checkRuns(headSha).find(({ status }) => status === 'completed')),
    newRequests() {
      const requests = simulator.requests.slice(told);
      told = simulator.requests.length;
      return requests
        .map(({ operationId }) => operationId ?? 'unknown')
        .filter(operation => operation !== 'apps/create-installation-access-token');
    },
    async end() {
      await server.close();
      await simulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A README in which an experienced reader finds the problem and the approach, and nothing of what did not work. */
export const README = `# Predicting Parcel Delays with Machine Learning

A parcel depot promises its customers a two-hour window and misses it for one parcel in nine. Dispatchers learn about a delay
when the customer calls. This model tells them at seven in the morning which parcels will be late, so that they can call first.

## How it works

1. \`extract.py\` joins two years of scan events with the weather of the depot's town.
2. \`features.py\` builds the load of each tour, the driver's experience and the hours since the last scan.
3. A gradient boosted model is trained on the first twenty months and tested on the last four.
4. The dispatcher's page lists the parcels above the threshold, worst first.
`;

export const REQUIREMENTS = 'lightgbm==4.5.0\nscikit-learn==1.5.1\n';

export const WHAT_DID_NOT_WORK = `
## What did not work

I first trained a network on the raw scan sequences. It was worse than the tree model by six points of recall, because half of the
tours have fewer than five scans, so I dropped it.
`;
