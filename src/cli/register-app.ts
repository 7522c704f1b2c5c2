/** What `showwork setup` does once its options are read. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { fetchRegisteredApp } from '../github/register-app.ts';
import { createLogger } from '../logger.ts';
import type { RegisteredApp } from '../ports.ts';
import { visible } from '../render/plain-text.ts';
import { readAppFile } from '../setup/app-file.ts';
import { environmentText, FileExists, type ReservedFile, reserveFile } from '../setup/env-file.ts';
import { makeManifest } from '../setup/manifest.ts';
import { LIFETIME_MS } from '../setup/one-time-state.ts';
import { startRegistration } from '../setup/registration-server.ts';
import { readWebhookUrl } from '../setup/webhook-url.ts';
import { WEBHOOK_PATH } from '../webhooks/intake.ts';
import type { Exit } from './exit-codes.ts';
import { fileProblem } from './file-problem.ts';
import type { SetupOptions } from './setup-command.ts';

type Address = Pick<Config, 'githubApiUrl' | 'githubWebUrl'>;

/** Words go to standard error, so that `--print` leaves nothing but variables on standard output. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export async function registerApp(options: SetupOptions, address: Address): Promise<readonly Exit[]> {
  const webhook = readWebhookUrl(options.webhookUrl, {
    path: WEBHOOK_PATH,
    tunnel: options.tunnel,
    fromTheInternet: isCloud(address),
  });
  if ('problem' in webhook) return fail('usage', `--webhook-url ${webhook.problem}.`);
  const homepage = URL.parse(options.homepage ?? new URL(webhook.url).origin);
  if (homepage === null) return fail('usage', '--homepage is not a URL.');

  let file: ReservedFile | null;
  try {
    file = options.print ? null : reserveFile(options.output, options.force);
  } catch (error) {
    return fail('usage', whyNoFile(options.output, error));
  }
  try {
    return await serveForm(options, address, { webhookUrl: webhook.url, homepageUrl: homepage.href }, file);
  } finally {
    file?.discard();
  }
}

async function serveForm(
  options: SetupOptions,
  address: Address,
  urls: { readonly webhookUrl: string; readonly homepageUrl: string },
  file: ReservedFile | null,
): Promise<readonly Exit[]> {
  const clock = { now: () => new Date() };
  // Standard output is for variables, and errors are told in words: nothing is left to log.
  const logger = createLogger('silent');
  const appFile = readAppFile();
  const place = { ...urls, name: options.name ?? appFile.name };
  let unkept: RegisteredApp | null = null;
  const server = await startRegistration({
    port: options.port,
    manifest: redirectUrl => makeManifest(appFile, place, redirectUrl),
    githubWebUrl: address.githubWebUrl,
    organisation: options.organisation ?? null,
    fetchApp: code => fetchRegisteredApp(code, { baseUrl: address.githubApiUrl, clock, logger }),
    keep(app) {
      unkept = app;
      const text = environmentText(app, address.githubApiUrl);
      if (file === null) process.stdout.write(text);
      else file.write(text);
      unkept = null;
    },
    clock,
    logger,
  });
  const over = new AbortController();
  const ends = [interrupted(over.signal), timeUp(over.signal)] as const;
  say(
    `Open ${server.url} in a browser on this machine. It is there for ${LIFETIME_MS / 60_000} minutes; Ctrl-C ends it.`,
  );
  try {
    const app = await Promise.race([server.registered, ...ends]);
    if (app === 'interrupted') return fail('problem', 'Stopped; nothing was written.');
    if (app === 'time-up') return fail('problem', 'Time is up; nothing was written. Run it again.');
    tellNextSteps(app, options);
    return ['ok'];
  } catch (error) {
    if (unkept === null) throw error;
    return fail('problem', whyUnkept(unkept, options.output, error));
  } finally {
    over.abort();
    await server.close();
  }
}

function tellNextSteps(
  { name, htmlUrl, webhookSecret }: RegisteredApp,
  { output, print }: SetupOptions,
): void {
  say(`${visible(name)} is registered${print ? '' : `, and its credentials are in ${visible(output)}`}.`);
  if (webhookSecret === null)
    say('GitHub made no webhook secret: set one on its settings page and in WEBHOOK_SECRET.');
  say('  1. Start the server: npm start');
  say(`  2. Install the app on repositories: ${visible(htmlUrl)}/installations/new`);
  say('  3. See whether all is well: npm run doctor');
}

/** GitHub's own clouds; an Enterprise Server has its API below a path. */
function isCloud({ githubApiUrl }: Address): boolean {
  return new URL(githubApiUrl).hostname.startsWith('api.');
}

function whyNoFile(path: string, error: unknown): string {
  const reason =
    error instanceof FileExists
      ? 'it is there already. --force replaces it, --output names another one'
      : fileProblem(error);
  return `${visible(path)}: ${reason}.`;
}

/** GitHub shows a key once, but makes as many as one asks for. */
function whyUnkept({ htmlUrl, id }: RegisteredApp, path: string, error: unknown): string {
  return (
    `The app is registered (App ID ${id}), but ${whyNoFile(path, error)}\n` +
    `Make room, then generate a private key and set a webhook secret on its settings page, which ${visible(htmlUrl)} ` +
    'links to, and fill them in as .env.example says.'
  );
}

function fail(exit: Exit, message: string): readonly Exit[] {
  say(`showwork: ${message}`);
  return [exit];
}

function interrupted(over: AbortSignal): Promise<'interrupted'> {
  const { promise, resolve } = Promise.withResolvers<'interrupted'>();
  const stop = () => resolve('interrupted');
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, stop);
    over.addEventListener('abort', () => process.off(name, stop));
  }
  return promise;
}

async function timeUp(signal: AbortSignal): Promise<'time-up'> {
  try {
    await wait(LIFETIME_MS, undefined, { signal });
  } catch {
    // The other came first.
  }
  return 'time-up';
}
