import type { FastifyInstance } from 'fastify';

interface HealthOptions {
  /** Rejects where a webhook could not be taken in now. */
  checkReady(): Promise<void>;
}

/**
 * `/healthz`: the process answers (restart it where this fails). `/readyz`: it can take webhooks in (send it none
 * where this fails). `/ping`: what Probot's server answers.
 */
export function registerHealth(http: FastifyInstance, { checkReady }: HealthOptions): void {
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/ping', async () => 'PONG');
  http.get('/readyz', async (_request, reply) => {
    try {
      await checkReady();
    } catch {
      return reply.code(503).send({ status: 'not-ready', message: 'The store does not answer.' });
    }
    return { status: 'ready' };
  });
}
