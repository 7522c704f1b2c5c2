import { Command } from 'commander';
import pc from 'picocolors';
import { type Config, loadConfig } from '../config.ts';
import { checkConfiguration } from '../doctor/check-configuration.ts';
import { type Finding, hasProblem, type State } from '../doctor/finding.ts';
import { visible } from '../render/plain-text.ts';
import type { Exit } from './exit-codes.ts';
import { exitCodeHelp } from './exit-codes.ts';
import { loadEnvFile } from './load-env-file.ts';

/** `showwork doctor`: whether a deployment works, and what to do. `finish` gets what happened, once. */
export function doctorCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('doctor')
    .summary('check a deployment and say what to do')
    .description(
      'Checks the configuration, the credentials, the clock, permissions and events against app.yml, the webhook and its ' +
        'recent deliveries, the database and its folder. It changes nothing and prints no secret; run it where the server ' +
        'runs, with the same environment, while it runs or while it does not.',
    )
    .option('--json', 'as one JSON object', false)
    .addHelpText('after', `\n${exitCodeHelp()}`)
    .action(async ({ json }: { json: boolean }) => {
      const findings = await examine();
      const failed = hasProblem(findings);
      const lines = json ? [JSON.stringify({ ok: !failed, findings })] : findings.map(line);
      process.stdout.write(`${lines.join('\n')}\n`);
      finish([failed ? 'problem' : 'ok']);
    });
}

async function examine(): Promise<readonly Finding[]> {
  loadEnvFile();
  const loaded = loadConfig();
  if (!loaded.ok) return checkConfiguration(loaded.problems, loaded.empty);
  return [...checkConfiguration([], false), ...(await examineWith(loaded.config))];
}

async function examineWith(config: Config): Promise<readonly Finding[]> {
  // Loaded here, so that a review on a laptop does not wait for the server's modules.
  const [
    { examineDeployment },
    { checkFolder },
    { inspectApp },
    { inspectDatabase },
    { readAppFile },
    { createLogger },
  ] = await Promise.all([
    import('../doctor/examine-deployment.ts'),
    import('../doctor/check-folder.ts'),
    import('../github/inspect-app.ts'),
    import('../store/sqlite/inspect-database.ts'),
    import('../setup/app-file.ts'),
    import('../logger.ts'),
  ]);
  const { appId, privateKey, githubApiUrl: baseUrl, dataPath } = config;
  const clock = { now: () => new Date() };
  const { default_permissions: permissions, default_events: events } = readAppFile();
  return examineDeployment({
    github: inspectApp({ appId, privateKey, baseUrl, clock, logger: createLogger('silent') }),
    wanted: { permissions, events },
    inspectStore: () => inspectDatabase(dataPath),
    checkFolder: () => checkFolder(dataPath),
    clock,
  });
}

const SIGNS: Readonly<Record<State, string>> = {
  ok: pc.green('ok     '),
  warning: pc.yellow('warning'),
  problem: pc.red('problem'),
};

function line({ check, state, says, advice }: Finding): string {
  const sentences = advice === null ? says : `${says} ${advice}`;
  return `${SIGNS[state]}  ${check.padEnd(13)}  ${visible(sentences)}`;
}
