import { Command } from 'commander';
import { explainProblems, loadConfig } from '../config.ts';
import type { Exit } from './exit-codes.ts';
import { loadEnvFile } from './load-env-file.ts';

/** `showwork serve`: refuses a configuration that is missing or weak, else serves until a signal ends it. */
export function serveCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('serve')
    .summary('run the GitHub App')
    .description(
      'Runs the GitHub App. The configuration is read from the environment; .env.example explains it.',
    )
    .action(async () => finish(await run()));
}

async function run(): Promise<readonly Exit[]> {
  loadEnvFile();
  const loaded = loadConfig();
  if (!loaded.ok) {
    process.stderr.write(explainProblems(loaded));
    return ['configuration'];
  }
  // Loaded here, so that a review on a laptop does not wait for the server's modules.
  const { serve } = await import('../server.ts');
  await serve(loaded.config);
  return [];
}
