/** The variables of the environment, one schema each. A message continues the sentence that the variable's name begins. */
import { z } from 'zod';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** What a process does: takes webhooks in, works off what was taken in, or both. */
export const ROLES = ['all', 'web', 'worker'] as const;

/** Anyone who sees one signed delivery can try secrets against it offline; `openssl rand -hex 32` gives 64 characters. */
const MIN_SECRET_LENGTH = 16;
/** A secret of fewer different characters is a run or a pattern. */
const MIN_SECRET_VARIETY = 6;
/** Published in documentation and examples, Probot's own default among them; compared without case and punctuation. */
const KNOWN_SECRETS = new Set([
  'development',
  'changeme',
  'changemechangeme',
  'webhooksecret',
  'mywebhooksecret',
  'yourwebhooksecret',
  'yourwebhooksecrethere',
  'replacewithyoursecret',
  'itsasecrettoeverybody',
  'developmentdevelopment',
]);

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const MAKE_ONE = 'Make one: openssl rand -hex 32';

/** A secret that is not one that everybody knows, and is long and varied. */
const Secret = z
  .string('is not set. Make a secret (openssl rand -hex 32) and give the GitHub App the same one')
  .refine(secret => !KNOWN_SECRETS.has(secret.toLowerCase().replace(/[^a-z0-9]/g, '')), {
    error: `is a published default. ${MAKE_ONE}`,
    abort: true,
  })
  .refine(secret => secret.length >= MIN_SECRET_LENGTH, {
    error: `has fewer than ${MIN_SECRET_LENGTH} characters. ${MAKE_ONE}`,
    abort: true,
  })
  .refine(secret => new Set(secret).size >= MIN_SECRET_VARIETY, `is too regular. ${MAKE_ONE}`);

const API_URL_HELP =
  'Use https://api.github.com, https://HOST/api/v3 for GitHub Enterprise Server, or https://api.NAME.ghe.com';

/** Base URL of the API and, derived from it, the address for people. */
const ApiUrl = z
  .url({ protocol: /^https?$/, error: `is not a URL. ${API_URL_HELP}` })
  .transform(text => new URL(text.replace(/(?<!\/)\/+$/, '')))
  .refine(url => url.username === '' && url.search === '' && url.hash === '', {
    error: `has more than a host and a path. ${API_URL_HELP}`,
    abort: true,
  })
  .refine(url => url.protocol === 'https:' || LOOPBACK.has(url.hostname), {
    error: "must begin with https:// because the app's credentials travel with every request",
    abort: true,
  })
  .refine(
    url => url.pathname === '/api/v3' || url.hostname.startsWith('api.') || LOOPBACK.has(url.hostname),
    `is not the address of an API. ${API_URL_HELP}`,
  );

const DATABASE_URL_HELP = 'Use postgres://USER:PASSWORD@HOST:5432/NAME';

/** Its value holds a password: no message repeats it. */
const DatabaseUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    error: `is not the URL of a PostgreSQL database. ${DATABASE_URL_HELP}`,
  })
  .refine(text => new URL(text).pathname.length > 1, `names no database. ${DATABASE_URL_HELP}`);

export const Variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine(port => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  APP_ID: z
    .string('is not set. The settings page of the GitHub App shows it as "App ID"')
    .regex(/^[1-9]\d{0,14}$/, 'must be the number that the settings page of the GitHub App shows as "App ID"')
    .transform(Number),
  WEBHOOK_SECRET: Secret,
  WEBHOOK_SECRET_PREVIOUS: Secret.optional(),
  GITHUB_BASE_URL: ApiUrl.prefault('https://api.github.com'),
  DATABASE_URL: DatabaseUrl.optional(),
  ROLE: z.enum(ROLES, `must be one of ${ROLES.join(', ')}`).default('all'),
  DATA_PATH: z.string().default('showwork-data/showwork.sqlite'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Those that say where everything is stored. */
export const StorageVariables = Variables.pick({ DATA_PATH: true, DATABASE_URL: true });

/** What the variables must be together. */
export const Settings = Variables.refine(
  ({ ROLE, DATABASE_URL }) => ROLE === 'all' || DATABASE_URL !== undefined,
  {
    path: ['ROLE'],
    error:
      'is for several processes on one PostgreSQL database, and DATABASE_URL is not set. Set it, or leave ROLE out: the embedded database has one process',
  },
);

/** The URL without a slash at its end. */
export function baseUrl(api: URL): string {
  return api.origin + api.pathname.replace(/\/$/, '');
}

/** github.com and ghe.com have the API at `api.`, GitHub Enterprise Server and the simulator on the same host. */
export function webUrl(api: URL): string {
  const separateHost = api.pathname === '/' && api.hostname.startsWith('api.');
  return `${api.protocol}//${separateHost ? api.host.slice('api.'.length) : api.host}`;
}

const Token = z
  .string()
  .trim()
  .regex(/^[!-~]+$/, 'holds a character that no token has')
  .optional();

/** What a person's own command needs of GitHub. The order of the tokens is that of GitHub's own `gh` (gh: environment). */
export const AccessVariables = z.object({
  GITHUB_BASE_URL: Variables.shape.GITHUB_BASE_URL,
  GH_TOKEN: Token,
  GITHUB_TOKEN: Token,
});

/** What a GitHub Actions job tells its steps (docs: actions/reference/workflow-commands-for-github-actions). */
export const ActionsVariables = z.object({
  GITHUB_STEP_SUMMARY: z.string().optional(),
  GITHUB_OUTPUT: z.string().optional(),
});
