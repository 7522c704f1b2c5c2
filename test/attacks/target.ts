/** What is attacked: the whole server as it is served, on a database of its own, before the simulated GitHub. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/server.ts';
import { WEBHOOK_PATH } from '../../src/webhooks/intake.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createStandInReviewer } from '../helpers/stand-in-reviewer.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { readRows } from '../store/raw-database.ts';

export interface Target {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly webhookUrl: string;
  readonly port: number;
  /** What GitHub signs with. */
  readonly secret: string;
  readonly simulator: Simulator;
  readonly logger: CollectingLogger;
  /** Ids of the deliveries that stand in the store; of the embedded one only. */
  stored(): readonly unknown[];
  /** A push as GitHub sends it. Answers the status. */
  deliverHonestly(): Promise<number>;
  /** Resolves when nothing that was accepted is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** The embedded database unless there is an address of another. */
export async function startTarget(databaseUrl: string | null = null): Promise<Target> {
  const simulator = await startSimulator();
  // A busy machine may need longer than GitHub gives it; that is measured elsewhere.
  simulator.limits.webhookAnswerMs = 60_000;
  const folder = mkdtempSync(join(tmpdir(), 'showwork-attack-'));
  const dataPath = join(folder, 'showwork.sqlite');
  const logger = createCollectingLogger();
  const { appId, privateKey, webhookSecret: secret } = simulator.app;
  const server = await serve(
    {
      host: '127.0.0.1',
      port: 0,
      appId,
      privateKey,
      webhookSecrets: [secret],
      githubApiUrl: simulator.baseUrl,
      githubWebUrl: simulator.baseUrl,
      dataPath,
      databaseUrl,
      role: 'all',
      logLevel: 'silent',
    },
    { logger, reviewer: createStandInReviewer() },
  );
  const webhookUrl = server.url + WEBHOOK_PATH;
  const repository = simulator.addRepository({ owner: 'ada', name: 'honest' });
  let pushes = 0;
  return {
    url: server.url,
    webhookUrl,
    port: Number(new URL(server.url).port),
    secret,
    simulator,
    logger,
    stored: () => readRows(dataPath, 'select id from deliveries order by id').map(({ id }) => id),
    async deliverHonestly() {
      pushes += 1;
      const push = repository.commit('main', { 'README.md': `# Attempt ${pushes}\n` });
      return (await simulator.webhooks.deliver({ url: webhookUrl, ...simulator.webhooks.push(push) })).status;
    },
    idle: server.idle,
    async close() {
      await server.close();
      await simulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}
