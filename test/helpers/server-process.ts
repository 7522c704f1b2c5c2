/** The real server as a process of its own, with nothing in its environment but what the simulator's app needs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Simulator } from '../simulator/simulator.ts';
import { COMPILE_CACHE } from './compile-cache.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The line that the server logs once it accepts webhooks. */
const Listening = z.object({ msg: z.literal('listening'), url: z.url() });

export interface ServerProcess {
  /** Where it listens. */
  readonly url: string;
  /** Where webhooks go. */
  readonly webhookUrl: string;
  readonly pid: number;
  /** Asks the process to end, or kills it, and resolves when it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** What is started, and where: the sources unless told. */
export interface ServerProgram {
  readonly cwd: string;
  /** The file that Node runs, and its arguments. */
  readonly script: readonly string[];
}

interface ServerOptions {
  readonly program?: ServerProgram;
  readonly logLevel?: 'debug' | 'info';
  /** Is given all that it writes. */
  readonly output?: string[];
  /** Further ones of the environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

const SOURCES: ServerProgram = { cwd: ROOT, script: ['src/cli.ts', 'serve'] };

/** Starts `showwork serve` on a free port of 127.0.0.1. Fails with what the process said if it ends before it listens. */
export async function startServerProcess(
  simulator: Simulator,
  dataPath: string,
  { program = SOURCES, logLevel = 'info', output, variables = {} }: ServerOptions = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, program.script, {
    cwd: program.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...COMPILE_CACHE,
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: '0',
      APP_ID: String(simulator.app.appId),
      PRIVATE_KEY: simulator.app.privateKey,
      WEBHOOK_SECRET: simulator.app.webhookSecret,
      GITHUB_BASE_URL: simulator.baseUrl,
      DATA_PATH: dataPath,
      LOG_LEVEL: logLevel,
      ...variables,
    },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output?.push(text));
  }
  return serverOf(child);
}

/** The server that a process becomes. Fails with what the process said if it ends before it listens. */
export async function serverOf(child: ChildProcess): Promise<ServerProcess> {
  const url = await listeningUrl(child);
  return {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    pid: child.pid ?? 0,
    stop: signal => stop(child, signal),
  };
}

/** Where a server listens, once it does. Fails with what it said where it ends before. */
export async function listeningUrl(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  if (child.stdout === null) throw new Error('The server has no output.');
  for await (const line of createInterface(child.stdout)) {
    const parsed = Listening.safeParse(readJson(line));
    if (parsed.success) {
      child.stdout.resume();
      return parsed.data.url;
    }
    said.push(`${line}\n`);
  }
  throw new Error(`The server ended before it was listening.\n${said.join('')}`);
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Not `exit`: what it wrote last is read first.
  const gone = once(child, 'close');
  child.kill(signal);
  await gone;
}
