import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Where {
  readonly cwd: string;
  /** All there is in its environment, beside a `PATH` on which the project's Node comes first. */
  readonly env?: NodeJS.ProcessEnv;
}

/** The project's Node before whatever else is called `node` on this machine. */
const PATH = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;

/** A program to its end, and what it said. Rejects only where it cannot be started. */
export function run(program: string, args: readonly string[], { cwd, env = {} }: Where): Promise<Run> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...env, PATH }, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, args, options, (error, out, err) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, out, err });
      else reject(error);
    });
  });
}

/** npm, as it is set up on this machine; what it printed. Rejects where it does not succeed. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { code, out, err } = await run('npm', args, { cwd, env: process.env });
  if (code === 0) return out;
  throw new Error(`npm ${args.join(' ')} exited with ${code}\n${out}${err}`);
}
