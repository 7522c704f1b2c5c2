import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../../src/cli.ts');

/** A command of the command line as a process with nothing but these variables; `said` is all that it wrote. */
export async function runShowwork(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly code: unknown; readonly said: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: tmpdir(), env: variables });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      said += text;
    });
  }
  const code = await new Promise(resolve => child.on('close', resolve));
  return { code, said };
}
