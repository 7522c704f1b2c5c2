/** One run: a schedule carried out against real server processes, a calm in which all is worked off, and its history. */
import { startSimulator } from '../simulator/simulator.ts';
import { collectHistory } from './collect-history.ts';
import { openPostgresDatabase, openSqliteDatabase } from './database.ts';
import type { History, MadeRequest } from './history.ts';
import { createPeople } from './people.ts';
import { createPostOffice } from './post-office.ts';
import { readRequest } from './read-request.ts';
import { scheduleOf } from './schedule.ts';
import { createServers, type ServerSlot } from './servers.ts';
import { countLetters, settle } from './settle.ts';
import type { Shape } from './shape.ts';
import { createStage, type Stage } from './stage.ts';
import type { Step } from './steps.ts';
import { createWorldTime } from './world-time.ts';

export interface RunOptions {
  readonly seed: number;
  readonly shape: Shape;
  /** Judges with the real threads, and not with a stand-in. */
  readonly realReviews?: boolean;
  /** Where Debian's PostgreSQL is; needed for a run on it. */
  readonly programs?: string | null;
  /** Is told each step before it is carried out. */
  readonly onStep?: (step: Step, index: number) => void;
  /** Is given each line that a server logs. */
  readonly log?: (name: string, line: string) => void;
  /** Carried out in place of the seed's schedule. */
  readonly steps?: readonly Step[];
}

export interface RunResult {
  readonly history: History;
  /** What broke GitHub's description; empty where both sides behave. */
  readonly violations: readonly unknown[];
}

/** Rejects where the run itself broke: a server that does not start, or work that never ends. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { shape, seed, onStep = () => {} } = options;
  const time = createWorldTime();
  const simulator = await startSimulator({ clock: time, wallClock: time });
  let servers: readonly ServerSlot[] = [];
  const database =
    shape.database === 'sqlite'
      ? openSqliteDatabase(() => servers)
      : await openPostgresDatabase(options.programs ?? '');
  try {
    servers = await createServers({
      roles: shape.roles,
      time,
      log: options.log ?? (() => {}),
      environment: {
        ...database.environment,
        APP_ID: String(simulator.app.appId),
        PRIVATE_KEY: simulator.app.privateKey,
        WEBHOOK_SECRET: simulator.app.webhookSecret,
        GITHUB_BASE_URL: simulator.baseUrl,
        LOG_LEVEL: 'debug',
        ...(options.realReviews !== true && { CHAOS_REVIEWER: 'stand-in' }),
      },
    });
    const requests: MadeRequest[] = [];
    const people = createPeople(simulator, shape);
    const ids = new Map(people.places.map(({ repository }) => [repository.fullName, repository.id]));
    simulator.watch(seen => requests.push(readRequest(seen, name => ids.get(name) ?? null)));
    const webhookUrls = servers
      .filter(({ role }) => role !== 'worker')
      .map(({ url }) => `${url}/api/github/webhooks`);
    const post = createPostOffice(simulator, webhookUrls);
    const stage: Stage = createStage({ simulator, servers, database, people, post, time });
    await Promise.all(servers.map(server => server.start()));
    for (const [index, step] of (options.steps ?? scheduleOf(seed, shape)).entries()) {
      onStep(step, index);
      await stage.carryOut(step);
    }
    await stage.endFaults();
    await settle({ simulator, servers, database, time });
    const history = await collectHistory({
      simulator,
      people,
      database,
      requests,
      pushed: stage.pushed,
      running: stage.running,
      countedLetters: await countLetters(servers),
    });
    return { history, violations: simulator.violations };
  } finally {
    for (const server of servers) await server.end('SIGKILL');
    await simulator.close();
    await database.remove();
  }
}
