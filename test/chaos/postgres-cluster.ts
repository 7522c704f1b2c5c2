/** A PostgreSQL server of one's own, in a temporary folder and on a free port, that can be killed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';
import { makeMemoryFolder } from './memory-folder.ts';

/** Where Debian's packages put the programs of each version. */
const VERSIONS = '/usr/lib/postgresql';
/** Whom the programs run as where this process is root's: they refuse that. Debian's package makes the account. */
const ACCOUNT = 'postgres';

export interface PostgresCluster {
  readonly url: string;
  /** As when the machine takes its memory away: no process of it gets to do anything. Resolves when all are gone. */
  kill(): Promise<void>;
  /** Resolves when it takes connections; leaves one that runs alone. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

/** Null where Debian's PostgreSQL is not installed. */
export function findPostgresPrograms(): string | null {
  try {
    const [newest] = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
    return newest === undefined ? null : join(VERSIONS, newest, 'bin');
  } catch {
    return null;
  }
}

/** Makes an empty cluster and starts it. `programs`: as found. */
export async function createPostgresCluster(programs: string): Promise<PostgresCluster> {
  const account = accountForPrograms();
  const folder = makeMemoryFolder('showwork-postgres-');
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const options = { cwd: folder, env: { LC_ALL: 'C.UTF-8' }, ...account };
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N'], {
    ...options,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let server: ChildProcess | null = null;

  const end = async (signal: NodeJS.Signals) => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'close');
    // The server's own group: its processes go with it, and with `close` nobody holds its output any more.
    server.kill(signal);
    await gone;
  };

  const cluster: PostgresCluster = {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: () => end('SIGKILL'),
    async start() {
      if (server !== null && server.exitCode === null && server.signalCode === null) return;
      server = spawn(join(programs, 'postgres'), ['-D', data, ...args], {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      await readyToConnect(server);
    },
    async remove() {
      // Immediate shutdown (postgresql.org/docs/current/server-shutdown.html).
      await end('SIGQUIT');
      rmSync(folder, { recursive: true });
    },
  };
  await cluster.start();
  return cluster;
}

function accountForPrograms(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const ask = (flag: string) => Number(execFileSync('id', [flag, ACCOUNT], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

/** Its log goes on being read, so that it never waits for that. Rejects with it where it ends before. */
async function readyToConnect(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  const ready = Promise.withResolvers<void>();
  if (server.stderr === null) throw new Error('The server has no log.');
  createInterface(server.stderr).on('line', line => {
    said.push(line);
    if (line.includes('ready to accept connections')) ready.resolve();
  });
  server.once('exit', () => ready.reject(new Error(`PostgreSQL ended.\n${said.join('\n')}`)));
  await ready.promise;
}
