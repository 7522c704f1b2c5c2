import { Command, InvalidArgumentError, Option } from 'commander';
import { type ConfigProblem, loadGitHubAddress } from '../config.ts';
import { MAX_NAME_CHARACTERS } from '../setup/manifest.ts';
import type { Exit } from './exit-codes.ts';
import { loadEnvFile } from './load-env-file.ts';

export interface SetupOptions {
  readonly webhookUrl: string;
  readonly homepage?: string;
  readonly name?: string;
  readonly organisation?: string;
  readonly output: string;
  readonly print: boolean;
  readonly force: boolean;
  readonly port: number;
  readonly tunnel: boolean;
}

/** `showwork setup`: registers the GitHub App in a browser on this machine. `finish` gets what happened, once. */
export function setupCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('setup')
    .summary('register the GitHub App in the browser, and keep its credentials')
    .description(
      'Serves a page on this machine that registers a GitHub App with the permissions and events of app.yml, and writes ' +
        'what GitHub answers into an environment file that only you can read. It ends by itself.\n\n' +
        'GITHUB_BASE_URL says which GitHub, as for the server. On a machine without a browser, forward the port: ' +
        'ssh -L 3456:127.0.0.1:3456 HOST, with --port 3456.',
    )
    .requiredOption(
      '--webhook-url <url>',
      'where GitHub reaches the server; a path is added where there is none',
    )
    .option(
      '--homepage <url>',
      'where people read about your installation (default: the host of the webhook URL)',
    )
    .option(
      '--name <name>',
      `the name of the app, unique at GitHub, at most ${MAX_NAME_CHARACTERS} characters`,
      readName,
    )
    .option('--organisation <login>', 'register it for this organisation and not for your account', readLogin)
    .option('--output <file>', 'the environment file to write', '.env')
    .addOption(
      new Option('--print', 'print the variables to standard output and write no file').default(false),
    )
    .option('--force', 'replace the file where there is one', false)
    .option('--port <number>', 'listen on this port of 127.0.0.1 (default: any free one)', readPort, 0)
    .option(
      '--tunnel',
      'the webhook URL is a tunnel to this machine, such as smee.io: take it as it is',
      false,
    )
    .action(async (options: SetupOptions) => finish(await run(options)));
}

async function run(options: SetupOptions): Promise<readonly Exit[]> {
  loadEnvFile();
  const address = loadGitHubAddress();
  if (!address.ok) return refuse(address.problems);
  // Loaded here, so that a review on a laptop does not wait for the server's modules.
  const { registerApp } = await import('./register-app.ts');
  return registerApp(options, address.part);
}

function refuse(problems: readonly ConfigProblem[]): readonly Exit[] {
  for (const { variable, message } of problems) process.stderr.write(`showwork: ${variable} ${message}.\n`);
  return ['configuration'];
}

function readName(text: string): string {
  if (text.trim() === '' || [...text].length > MAX_NAME_CHARACTERS)
    throw new InvalidArgumentError(`A name has 1 to ${MAX_NAME_CHARACTERS} characters.`);
  return text.trim();
}

/** GitHub's rule for logins: letters, digits and single hyphens, at most 39. */
function readLogin(text: string): string {
  if (!/^(?=.{1,39}$)[a-z\d]+(?:[-_][a-z\d]+)*$/i.test(text))
    throw new InvalidArgumentError('That is no login.');
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}
