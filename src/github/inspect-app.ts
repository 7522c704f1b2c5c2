import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { AppInspection, Clock, GitHubServer } from '../ports.ts';
import { askAsApp } from './ask-as-app.ts';
import type { GitHubOptions } from './create-github.ts';
import { listDeliveries } from './hook-deliveries.ts';
import { buildOctokit } from './octokit.ts';
import { listPages } from './paging.ts';

const GRANTS = { permissions: z.record(z.string(), z.string()), events: z.array(z.string()) };

const AppAnswer = z.object({ ...GRANTS, id: z.int().positive(), name: z.string(), html_url: z.string() });

const InstallationsAnswer = z.array(
  z.object({
    ...GRANTS,
    id: z.int().positive(),
    /** An enterprise has a slug in place of a login. */
    account: z.object({ login: z.string().optional(), slug: z.string().optional() }).nullable(),
    suspended_at: z.string().nullish(),
  }),
);

/** A secret is never shown, only stars where there is one (docs: rest/apps/webhooks). */
const HookAnswer = z.object({
  url: z.string().optional(),
  content_type: z.string().default('form'),
  secret: z.string().optional(),
  insecure_ssl: z.union([z.string(), z.number()]).default('0'),
});

/** A thousand installations say what there is to say. */
const MAX_PAGES = 10;
/** GitHub ends a request itself after 10 seconds (docs: rest/using-the-rest-api/troubleshooting-the-rest-api). */
const TIMEOUT_MS = 12_000;

/** The `AppInspection` port over REST. */
export function inspectApp(options: GitHubOptions): AppInspection {
  const { clock, logger, baseUrl = 'https://api.github.com' } = options;
  const octokit = buildOctokit({ baseUrl, userAgent: 'showwork-doctor', timeoutMs: TIMEOUT_MS, logger });
  const server = observeServer(octokit, clock);
  const ask = askAsApp(octokit, options, clock);
  return {
    async readApp() {
      const { html_url: htmlUrl, ...app } = await ask({
        doing: 'read the app',
        send: ({ rest }, headers) => rest.apps.getAuthenticated({ headers }),
        answer: AppAnswer,
      });
      return { ...app, htmlUrl };
    },
    async *listInstallations() {
      const read = (page: { per_page: number; page: number }) =>
        ask({
          doing: 'list the installations',
          send: ({ rest }, headers) => rest.apps.listInstallations({ ...page, headers }),
          answer: InstallationsAnswer,
        });
      for await (const { account, suspended_at, ...rest } of listPages(MAX_PAGES, read)) {
        yield {
          ...rest,
          account: account?.login ?? account?.slug ?? null,
          suspended: typeof suspended_at === 'string',
        };
      }
    },
    async readHook() {
      const hook = await ask({
        doing: 'read the webhook of the app',
        send: ({ rest }, headers) => rest.apps.getWebhookConfigForApp({ headers }),
        answer: HookAnswer,
      });
      return {
        url: hook.url === undefined || hook.url === '' ? null : hook.url,
        contentType: hook.content_type,
        hasSecret: hook.secret !== undefined && hook.secret !== '',
        checksCertificates: String(hook.insecure_ssl) === '0',
      };
    },
    listDeliveries: () => listDeliveries(ask),
    server,
  };
}

const Headers = z.object({
  date: z.coerce.date().optional().catch(undefined),
  'x-github-enterprise-version': z.string().optional(),
});
const Refusal = z.object({ response: z.object({ headers: Headers }) });

/** Listens to every answer, also to refusals: a clock that is wrong makes nothing but those. */
function observeServer(octokit: Octokit, clock: Clock): () => GitHubServer {
  let seen: GitHubServer = { time: null, enterpriseVersion: null };
  function note(headers: z.infer<typeof Headers>): void {
    const { date: theirs, 'x-github-enterprise-version': enterpriseVersion = null } = headers;
    seen = { time: theirs === undefined ? null : { theirs, ours: clock.now() }, enterpriseVersion };
  }
  octokit.hook.after('request', response => note(Headers.parse(response.headers)));
  octokit.hook.error('request', error => {
    const refusal = Refusal.safeParse(error);
    if (refusal.success) note(refusal.data.response.headers);
    throw error;
  });
  return () => seen;
}
