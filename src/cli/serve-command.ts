import { Command, Option } from 'commander';
import { explainProblems, loadConfig } from '../config.ts';
import { ROLES } from '../config-variables.ts';
import { loadEnvFile } from './env-file.ts';
import type { Exit } from './exit-codes.ts';

/** `showwork serve`: refuses a configuration that is missing or weak, else serves until a signal ends it. */
export function serveCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('serve')
    .summary('run the GitHub App')
    .description(
      'Runs the GitHub App. The configuration is read from the environment; .env.example explains it.',
    )
    .addOption(
      new Option(
        '--role <role>',
        'what this process does of it, on a PostgreSQL database: take webhooks in (web), work off what was taken in (worker), or both',
      ).choices(ROLES),
    )
    .action(async ({ role }: { role?: string }) => finish(await run(role)));
}

async function run(role: string | undefined): Promise<readonly Exit[]> {
  loadEnvFile();
  const loaded = loadConfig({ ...process.env, ...(role !== undefined && { ROLE: role }) });
  if (!loaded.ok) {
    process.stderr.write(explainProblems(loaded));
    return ['configuration'];
  }
  // Loaded here, so that a review on a laptop does not wait for the server's modules.
  const { serve } = await import('../server.ts');
  await serve(loaded.config);
  return [];
}
