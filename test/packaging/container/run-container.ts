/** Starts what an image holds, as an engine would: its user, its folders, nothing of this process's environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { listeningUrl } from '../../helpers/server-process.ts';
import { type Image, idsOf, isRoot } from './build-image.ts';

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

export interface Container {
  /** Where it listens. */
  readonly url: string;
  /** The exit code of the image's own health check. */
  checkHealth(): Promise<number | null>;
  /** Asks it to end, as `docker stop` does, and answers with its exit code. */
  stop(): Promise<number | null>;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a command of the image to its end. */
export async function runToEnd(
  image: Image,
  words: readonly string[],
  environment: Environment,
): Promise<Ended> {
  const child = start(image, words, environment);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [code] = await once(child, 'close');
  return { code, said: said.join('') };
}

/** Starts the server and waits until it listens. `command` stands behind the entry point in place of CMD. */
export async function startContainer(
  image: Image,
  environment: Environment,
  command: readonly string[] = image.cmd,
): Promise<Container> {
  // Every container has a network of its own; here they share one, and nobody else is to reach them.
  const network = { HOST: '127.0.0.1', PORT: String(await freePort()) };
  const all = { ...environment, ...network };
  const child = start(image, [...image.entrypoint, ...command], all);
  return {
    url: await listeningUrl(child),
    checkHealth: async () => (await runToEnd(image, image.healthcheck, all)).code,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

/**
 * The read-only root file system: as root, this process starts the image's user, who owns nothing but `/data`; as anybody
 * else it takes the right to write from the folders in which something could be made.
 */
function start(image: Image, words: readonly string[], environment: Environment): ChildProcess {
  const [program = '', ...rest] = words.map(word => inside(image, word));
  const env = Object.entries({ ...image.env, ...environment }).map(([name, value]) => [
    name,
    inside(image, value),
  ]);
  chmodSync(image.root, 0o555);
  chmodSync(join(image.root, image.workdir), 0o555);
  const [uid, gid] = idsOf(image.user ?? '0:0');
  return spawn(program, rest, {
    cwd: join(image.root, image.workdir),
    env: { PATH: `${join(image.root, 'usr/local/bin')}:/usr/bin:/bin`, ...Object.fromEntries(env) },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot() && { uid, gid }),
  });
}

/** A path from the root is one below the image's. */
function inside(image: Image, word: string): string {
  return word.startsWith('/') ? join(image.root, word) : word;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
