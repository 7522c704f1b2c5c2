/** Server processes that are started, killed and started again, each always on its own port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../helpers/compile-cache.ts';
import { listeningUrl } from '../helpers/server-process.ts';
import { freePort } from './free-port.ts';
import type { Order } from './orders.ts';
import type { Shape } from './shape.ts';
import type { WorldTime } from './world-time.ts';

const SCRIPT = join(import.meta.dirname, 'server-process.ts');

export interface ServerSlot {
  readonly name: string;
  readonly role: Shape['roles'][number];
  readonly url: string;
  /** False before it has started, and from the moment it ends. */
  readonly alive: boolean;
  /** Resolves when it listens; leaves one that runs alone. Rejects with its log where it ends before. */
  start(): Promise<void>;
  /** Resolves when it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Resolves when it is carried out, or the process is gone. */
  order(order: Order): Promise<void>;
}

export interface ServersOptions {
  readonly roles: Shape['roles'];
  readonly time: WorldTime;
  /** What all have in common. */
  readonly environment: Readonly<Record<string, string>>;
  /** Is given each line of their logs. */
  readonly log: (name: string, line: string) => void;
}

/** Nothing is started yet. */
export function createServers(options: ServersOptions): Promise<readonly ServerSlot[]> {
  return Promise.all(
    options.roles.map(async (role, index) => createSlot(`${role}-${index}`, role, await freePort(), options)),
  );
}

function createSlot(
  name: string,
  role: ServerSlot['role'],
  port: number,
  { time, environment, log }: ServersOptions,
): ServerSlot {
  let child: ChildProcess | null = null;
  const isAlive = (process: ChildProcess | null): process is ChildProcess =>
    process !== null && process.exitCode === null && process.signalCode === null;

  return {
    name,
    role,
    url: `http://127.0.0.1:${port}`,
    get alive() {
      return isAlive(child);
    },
    async start() {
      if (isAlive(child)) return;
      child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT], {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...COMPILE_CACHE,
          PATH: process.env['PATH'],
          HOST: '127.0.0.1',
          PORT: String(port),
          ROLE: role,
          CHAOS_NAME: name,
          CHAOS_AHEAD_MS: String(time.ahead),
          ...environment,
        },
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => log(name, text));
      }
      await listeningUrl(child);
    },
    async end(signal) {
      if (!isAlive(child)) return;
      const gone = once(child, 'close');
      child.kill(signal);
      await gone;
    },
    async order(order) {
      if (!isAlive(child) || !child.connected) return;
      const over = new AbortController();
      const { signal } = over;
      const answered = Promise.race([once(child, 'message', { signal }), once(child, 'close', { signal })]);
      // One that is going does not take it any more.
      child.send(order, () => {});
      await answered;
      over.abort();
    },
  };
}
