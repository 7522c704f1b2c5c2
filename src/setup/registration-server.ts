/**
 * Registers the app in the operator's browser: shows the manifest, sends it to GitHub, takes the code that comes back.
 * It listens on loopback only and ends when the app is registered. Nobody is asked for a password here, so what keeps
 * others out is the Host header (DNS rebinding), the one-time state, and that no other page may read or frame this one.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asShowworkError, ERRORS } from '../errors.ts';
import type { Clock, Logger, RegisteredApp } from '../ports.ts';
import { createHttpServer } from '../web/http-server.ts';
import type { Manifest } from './manifest.ts';
import { createOneTimeState, type Redeemed } from './one-time-state.ts';
import { donePage, formPage, STYLE_HASH, sorryPage } from './pages.ts';

export interface RegistrationOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly manifest: (redirectUrl: string) => Manifest;
  /** Where people look at GitHub, without a trailing slash. */
  readonly githubWebUrl: string;
  /** Null: the operator's own account. */
  readonly organisation: string | null;
  /** Fetches the credentials for GitHub's code; rejects with a `ShowworkError`. */
  readonly fetchApp: (code: string) => Promise<RegisteredApp>;
  /** Puts the credentials where they belong, before the browser is told that all is done. */
  readonly keep: (app: RegisteredApp) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface RegistrationServer {
  /** The page to open in a browser on this machine. */
  readonly url: string;
  /** Resolves when the app is registered and kept; rejects with what `keep` threw. */
  readonly registered: Promise<RegisteredApp>;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const CALLBACK = '/callback';

const STATE_PROBLEMS: Readonly<Record<Exclude<Redeemed, 'good'>, string>> = {
  missing: 'The address holds no state, so it was not begun here.',
  wrong: 'The state is not the one that was given out here.',
  used: 'This way back was used already.',
  expired: 'Too much time has passed since the form was shown.',
};

/** Rejects where the port is taken. */
export async function startRegistration(options: RegistrationOptions): Promise<RegistrationServer> {
  const { githubWebUrl, organisation, clock, logger } = options;
  const state = createOneTimeState(clock);
  const registered = Promise.withResolvers<RegisteredApp>();
  const http = createHttpServer(logger);
  guard(http, githubWebUrl);

  http.get('/', (request, reply) => {
    const manifest = options.manifest(`http://${request.host}${CALLBACK}`);
    const action = `${formUrl(githubWebUrl, organisation)}?state=${state.current()}`;
    return showPage(reply, 200, formPage({ manifest, action, organisation }));
  });

  http.get(CALLBACK, async (request: FastifyRequest<{ Querystring: Record<string, unknown> }>, reply) => {
    const { code, state: given } = request.query;
    const redeemed = state.redeem(typeof given === 'string' ? given : undefined);
    if (redeemed !== 'good') return sorry(reply, 403, STATE_PROBLEMS[redeemed]);
    if (typeof code !== 'string' || code === '') return sorry(reply, 400, 'GitHub sent no code along.');
    let app: RegisteredApp;
    try {
      app = await options.fetchApp(code);
    } catch (thrown) {
      const error = asShowworkError(thrown);
      logger.warn({ code: error.code }, 'GitHub did not give the credentials of the new app');
      return sorry(reply, 502, `GitHub did not give the credentials. ${ERRORS[error.code].operator}`);
    }
    try {
      options.keep(app);
    } catch (thrown) {
      reply.raw.once('close', () => registered.reject(thrown));
      const sentence =
        'The app is registered, but its credentials could not be kept. The terminal says what to do.';
      return showPage(reply, 500, sorryPage('Almost there', sentence, false));
    }
    reply.raw.once('close', () => registered.resolve(app));
    return showPage(reply, 200, donePage(app.name, `${app.htmlUrl}/installations/new`));
  });

  const url = await http.listen({ host: LOOPBACK, port: options.port });
  return {
    url,
    registered: registered.promise,
    close: async () => {
      http.server.closeAllConnections();
      await http.close();
    },
  };
}

function formUrl(githubWebUrl: string, organisation: string | null): string {
  const owner = organisation === null ? '' : `/organizations/${encodeURIComponent(organisation)}`;
  return `${githubWebUrl}${owner}/settings/apps/new`;
}

/** Refuses requests that came by another name than loopback's, and tells browsers what these pages may do. */
function guard(http: FastifyInstance, githubWebUrl: string): void {
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src '${STYLE_HASH}'; form-action ${new URL(githubWebUrl).origin}; base-uri 'none'; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // GitHub gets to know where a form comes from, and never the rest of the address.
    'referrer-policy': 'strict-origin',
    'x-content-type-options': 'nosniff',
  };
  http.addHook('onSend', async (_request, reply) => {
    reply.headers(headers);
  });
  http.addHook('onRequest', async (request, reply) => {
    const { localPort } = request.socket;
    if ([`${LOOPBACK}:${localPort}`, `localhost:${localPort}`].includes(request.host)) return;
    await sorry(reply, 421, 'This page is there for a browser on this machine only.');
  });
}

function sorry(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return showPage(reply, status, sorryPage('This did not work', sentence, status !== 421));
}

function showPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('connection', 'close').send(page);
}
