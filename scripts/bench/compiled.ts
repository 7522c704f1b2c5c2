/** The program as it ships: compiled. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
/** What a package calls `showwork`, below the root. */
export const COMPILED_CLI = 'dist/cli.js';

let built = false;

/** Compiles the sources as the package is compiled; once a run. */
export function build(): void {
  if (built) return;
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT });
  built = true;
}
