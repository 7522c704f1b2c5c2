/** The program as it ships: compiled, and started as the image starts it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
/** What a package calls `showwork`, below the root. */
export const COMPILED_CLI = 'dist/cli.js';

/** What Node is told for a server (package.json, Dockerfile). */
export const SERVER_FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=20'];

let built = false;

/** Compiles the sources as the package is compiled; once a run. */
export function build(): void {
  if (built) return;
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT });
  built = true;
}
