/** The server: webhooks in at the front, the service behind it, and a way to stop. */
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { createLogger } from './logger.ts';
import { type ServiceParts, startService } from './service.ts';
import { closeOnSignal, FINISH_MS, RECEIVE_MS } from './shutdown.ts';
import { createHttpServer } from './web/http-server.ts';
import { createSeen } from './web/seen.ts';
import { registerIntake } from './webhooks/intake.ts';

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Resolves when nothing that was accepted is ready or under way. */
  idle(): Promise<void>;
  /** Stops intake, finishes or releases what runs, within ten seconds. */
  close(): Promise<void>;
}

/** Takes no more requests; those that have arrived may finish, until their time is over. */
async function closeHttp(http: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => http.server.closeAllConnections(), RECEIVE_MS);
  await http.close();
  clearTimeout(timer);
}

/** As the log names it: without user, password and options. */
function nameDatabase({ databaseUrl, dataPath }: Config): string {
  if (databaseUrl === null) return dataPath;
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL ${host}${pathname}`;
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/**
 * Serves until it is closed, by `close` or by SIGTERM or SIGINT (which end the process). Rejects where the store cannot
 * be opened or the port is taken.
 */
export async function serve(config: Config, parts: Partial<ServiceParts> = {}): Promise<RunningServer> {
  const logger = parts.logger ?? createLogger(config.logLevel);
  const clock = parts.clock ?? { now: () => new Date() };
  const seen = createSeen({ clock, logger });
  const { observer } = seen;
  const service = await startService(config, { ...parts, logger, clock, observer });

  const http = createHttpServer(logger);
  // A worker answers who watches it, and takes nothing in.
  if (config.role !== 'worker') {
    registerIntake(http, {
      accept: service.accept,
      secrets: config.webhookSecrets,
      observer,
      logger,
    });
  }
  seen.register(http, service);

  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    const deadline = new Date(clock.now().getTime() + FINISH_MS);
    // What still comes in is stored, and done by the next process.
    await Promise.all([closeHttp(http), service.stopWork(deadline)]);
    await service.close();
  }
  function close(): Promise<void> {
    stopListening();
    closing ??= closeAll();
    return closing;
  }
  const stopListening = closeOnSignal(close, logger);

  try {
    const url = await http.listen({ host: config.host, port: config.port });
    const { appId, githubApiUrl: github, role } = config;
    logger.info({ url, role, appId, github, data: nameDatabase(config) }, 'listening');
    return { url, idle: service.idle, close };
  } catch (error) {
    await close();
    if (!isAddressInUse(error)) throw error;
    const message = `Port ${config.port} of ${config.host} is already in use. Stop the other process, or set PORT.`;
    throw new Error(message, { cause: error });
  }
}
