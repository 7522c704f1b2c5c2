import { existsSync } from 'node:fs';

/** Beside the process; variables that are already set win over it. */
const ENV_FILE = '.env';

/** Lets the environment file of the folder count, where there is one. */
export function loadEnvFile(): void {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
}
