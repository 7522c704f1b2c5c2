/**
 * The one place that reads the environment. Every problem is found at once, names its variable, says what to do, and
 * never repeats a value: half of them are secrets.
 */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { baseUrl, type LOG_LEVELS, Variables, webUrl } from './config-variables.ts';

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly appId: number;
  /** PEM, PKCS #8, RSA. */
  readonly privateKey: string;
  /** The current secret, then the previous one while it is being replaced. */
  readonly webhookSecrets: readonly string[];
  /** Base URL of the REST API, without a slash at the end. */
  readonly githubApiUrl: string;
  /** Where people look at repositories, without a slash at the end. */
  readonly githubWebUrl: string;
  /** Path of the SQLite file. */
  readonly dataPath: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

export interface ConfigProblem {
  readonly variable: string;
  /** What is wrong and what to do, without the value. */
  readonly message: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | {
      readonly ok: false;
      readonly problems: readonly ConfigProblem[];
      /** True where no credential is set at all: somebody who starts the server for the first time. */
      readonly empty: boolean;
    };

export type Environment = Readonly<Record<string, string | undefined>>;

const CREDENTIALS = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET'];

type PrivateKeyResult = { readonly pem: string } | { readonly problem: ConfigProblem };

/** The key from either variable, as GitHub's download has it, on one line with `\n`, or in base64. */
function readPrivateKey(environment: Environment): PrivateKeyResult {
  const { PRIVATE_KEY: inline, PRIVATE_KEY_PATH: path } = environment;
  const variable = path === undefined ? 'PRIVATE_KEY' : 'PRIVATE_KEY_PATH';
  const fail = (message: string): PrivateKeyResult => ({ problem: { variable, message } });
  if (inline !== undefined && path !== undefined)
    return fail('and PRIVATE_KEY are both set. Keep one of them');
  if (inline === undefined && path === undefined) {
    return fail(
      'or PRIVATE_KEY_PATH is not set. Generate a private key on the settings page of the GitHub App',
    );
  }
  let text = inline ?? '';
  if (path !== undefined) {
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return fail('names a file that cannot be read. Check the path and who may read it');
    }
  }
  const pem = text.includes('-----BEGIN')
    ? text.replaceAll('\\n', '\n')
    : Buffer.from(text, 'base64').toString();
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'rsa')
      return fail('is not an RSA key. Use the .pem file that GitHub generated');
    return { pem: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
  } catch {
    return fail('is not a private key in PEM. Use the .pem file that GitHub generated, with all its lines');
  }
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

function problemsOf(error: z.ZodError): ConfigProblem[] {
  return error.issues.map(issue => ({ variable: issue.path.join('.'), message: issue.message }));
}

/** Reads the configuration; an empty variable counts as not set. */
export function loadConfig(environment: Environment = process.env): ConfigResult {
  const set = withoutEmpty(environment);
  const variables = Variables.safeParse(set);
  const privateKey = readPrivateKey(set);

  if (variables.success && 'pem' in privateKey) {
    const { data } = variables;
    const previous = data.WEBHOOK_SECRET_PREVIOUS;
    return {
      ok: true,
      config: {
        host: data.HOST,
        port: data.PORT,
        appId: data.APP_ID,
        privateKey: privateKey.pem,
        webhookSecrets: previous === undefined ? [data.WEBHOOK_SECRET] : [data.WEBHOOK_SECRET, previous],
        githubApiUrl: baseUrl(data.GITHUB_BASE_URL),
        githubWebUrl: webUrl(data.GITHUB_BASE_URL),
        dataPath: data.DATA_PATH,
        logLevel: data.LOG_LEVEL,
      },
    };
  }

  const problems = variables.success ? [] : problemsOf(variables.error);
  if ('problem' in privateKey) problems.push(privateKey.problem);
  return { ok: false, problems, empty: CREDENTIALS.every(variable => set[variable] === undefined) };
}

export type PartResult<Part> =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Where GitHub is, for a command that comes before there are credentials. */
export function loadGitHubAddress(
  environment: Environment = process.env,
): PartResult<Pick<Config, 'githubApiUrl' | 'githubWebUrl'>> {
  const read = Variables.pick({ GITHUB_BASE_URL: true }).safeParse(withoutEmpty(environment));
  if (!read.success) return { ok: false, problems: problemsOf(read.error) };
  const { GITHUB_BASE_URL: api } = read.data;
  return { ok: true, part: { githubApiUrl: baseUrl(api), githubWebUrl: webUrl(api) } };
}

/** Where the store is, for a command that asks GitHub nothing. */
export function loadStorePlace(environment: Environment = process.env): PartResult<Pick<Config, 'dataPath'>> {
  const read = Variables.pick({ DATA_PATH: true }).safeParse(withoutEmpty(environment));
  if (!read.success) return { ok: false, problems: problemsOf(read.error) };
  return { ok: true, part: { dataPath: read.data.DATA_PATH } };
}

const FIRST_STEPS = `Showwork has no credentials yet, so it cannot serve. To set it up:

  1. Register a GitHub App: npm run setup -- --webhook-url https://HOST does it in the browser and writes .env.
  2. Or register one by hand with the permissions and events of app.yml, copy .env.example to .env and fill it in.
  3. Run npm start again.

Without any credentials: npm run demo shows the whole app at work, npm run review -- PATH reviews a README.
`;

/** What to print, on standard error, when the configuration is refused. */
export function explainProblems(result: Extract<ConfigResult, { ok: false }>): string {
  if (result.empty) return FIRST_STEPS;
  const lines = result.problems.map(({ variable, message }) => `  ${variable} ${message}.`);
  return `Showwork cannot serve with this configuration (.env.example explains each variable):\n\n${lines.join('\n')}\n`;
}
