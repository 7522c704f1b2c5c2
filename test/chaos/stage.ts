/** Carries out steps: hands each to those whom it concerns, and keeps what invariants need to know of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { NAMED_FAULTS } from '../simulator/named-faults.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { ChaosDatabase } from './database.ts';
import type { History } from './history.ts';
import { PROCESS_HEADER } from './orders.ts';
import type { People } from './people.ts';
import type { PostOffice } from './post-office.ts';
import { branchKey } from './read-request.ts';
import type { ServerSlot } from './servers.ts';
import type { Step } from './steps.ts';
import { isAnythingReady, readRunning } from './store-questions.ts';
import type { WorldTime } from './world-time.ts';

export interface StageParts {
  readonly simulator: Simulator;
  readonly servers: readonly ServerSlot[];
  readonly database: ChaosDatabase;
  readonly people: People;
  readonly post: PostOffice;
  readonly time: WorldTime;
}

export interface Stage {
  carryOut(step: Step): Promise<void>;
  /** Everything that is broken is mended, every server starts anew, and everything that was sent has come. */
  endFaults(): Promise<void>;
  /** Heads of each branch, by its job's key, oldest first. */
  readonly pushed: ReadonlyMap<string, readonly string[]>;
  readonly running: History['running'];
}

/** How often to look, and for how long, where work may have no end because something is broken. */
const LOOK_EVERY_MS = 50;
const LET_WORK_MS = 1_500;

export function createStage(parts: StageParts): Stage {
  const { simulator, servers, database, people, post, time } = parts;
  const pushed = new Map<string, string[]>();
  const running: History['running'][number][] = [];
  /** Servers that a request of theirs is the end of, until they start again. */
  const ended = new Set<ServerSlot>();
  let restoreKey = () => {};
  let isBroken = false;

  const slot = (index: number): ServerSlot => {
    const found = servers[index];
    if (found === undefined) throw new RangeError(`no process ${index}`);
    return found;
  };

  function noteHeads(): void {
    for (const { repository } of people.places) {
      for (const [branch, sha] of repository.record.branches) {
        const key = branchKey(repository.id, branch);
        const heads = pushed.get(key) ?? [];
        if (heads.at(-1) !== sha) pushed.set(key, [...heads, sha]);
      }
    }
  }

  /** The next such write ends the process that makes it. */
  function killAtWrite({ write, carriedOut }: Extract<Step, { kind: 'kill-at-write' }>): void {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const reached = async (headers: Readonly<Record<string, string>>) => {
      const server = servers.find(({ name }) => name === headers[PROCESS_HEADER]);
      await server?.end('SIGKILL');
      if (server !== undefined) ended.add(server);
      release();
    };
    simulator.faults.next({
      match: write,
      hold: { reached: headers => void reached(headers), released },
      carriedOut,
    });
  }

  async function breakDatabase(step: Extract<Step, { kind: 'break-database' }>): Promise<void> {
    if (isBroken) return;
    isBroken = true;
    await database.breakDown(step.how);
  }

  async function mendDatabase(): Promise<void> {
    if (!isBroken) return;
    await database.mend();
    isBroken = false;
  }

  async function letWork(requests: number): Promise<void> {
    const goal = simulator.requests.length + requests;
    const until = performance.now() + LET_WORK_MS;
    while (simulator.requests.length < goal && performance.now() < until) {
      await wait(LOOK_EVERY_MS);
      if (!isBroken && !(await isAnythingReady(database, time.now()))) return;
    }
  }

  async function act(step: Step): Promise<void> {
    switch (step.kind) {
      case 'redeliver':
        return post.redeliver(step.back);
      case 'github-fault': {
        const { fault, after, times } = step;
        return simulator.faults.next({ ...NAMED_FAULTS[fault], after, times });
      }
      case 'revoke-key':
        restoreKey();
        restoreKey = simulator.app.revokeKey();
        return;
      case 'restore-key':
        return restoreKey();
      case 'kill':
        return slot(step.process).end('SIGKILL');
      case 'stop':
        return slot(step.process).end('SIGTERM');
      case 'start':
        return start(slot(step.process));
      case 'kill-at-write':
        return killAtWrite(step);
      case 'kill-before-answer':
        return slot(step.process).order({ kind: 'end-before-answer' });
      case 'break-database':
        return breakDatabase(step);
      case 'mend-database':
        return mendDatabase();
      case 'set-clock':
        return slot(step.process).order({ kind: 'set-clock', ms: step.byMs });
      case 'time-passes':
        time.pass(step.ms);
        for (const server of servers) await server.order(step);
        return;
      case 'let-work':
        return letWork(step.requests);
      default:
        for (const event of people.act(step)) post.send(event, step.travel);
    }
  }

  /** On a database that is broken a server does not start; it does when that is mended. */
  async function start(server: ServerSlot): Promise<void> {
    await mendDatabase();
    ended.delete(server);
    await server.start();
  }

  return {
    pushed,
    running,
    async carryOut(step) {
      for (const server of ended) await start(server);
      await act(step);
      noteHeads();
      post.tick();
      if (!isBroken) running.push(...(await readRunning(database)));
    },
    async endFaults() {
      simulator.faults.clear();
      restoreKey();
      await mendDatabase();
      for (const server of servers) await server.end('SIGKILL');
      await database.letGo();
      await Promise.all(servers.map(server => server.start()));
      await post.finish();
    },
  };
}
