import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { COMPILE_CACHE } from './compile-cache.ts';

const CLI = join(import.meta.dirname, '../../src/cli.ts');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Where {
  readonly cwd: string;
  /** All that counts in its environment; nothing unless told. */
  readonly env?: Readonly<Record<string, string>>;
  /** Reads only the beginning of what it prints, as `head` does. */
  readonly closeEarly?: boolean;
}

/** The command as a process of its own, in a folder. Rejects only where it cannot be started. */
export function runShowwork(
  args: readonly string[],
  { cwd, env = {}, closeEarly = false }: Where,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...COMPILE_CACHE, ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text;
      if (closeEarly) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      err += text;
    });
    child.on('error', reject).on('close', code => resolve({ code, out, err }));
  });
}
