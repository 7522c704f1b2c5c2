import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.ts';

interface HealthOptions {
  checkReady(): Promise<Readiness>;
}

/**
 * `/healthz`: the process answers (restart it where this fails). `/readyz`: it can take webhooks in and finish them (send
 * it none, and look at what it says, where this fails). `/ping`: what Probot's server answers.
 */
export function registerHealth(http: FastifyInstance, { checkReady }: HealthOptions): void {
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/ping', async () => 'PONG');
  http.get('/readyz', async (_request, reply) => {
    const { ready, problems } = await checkReady();
    return ready ? { status: 'ready' } : reply.code(503).send({ status: 'not-ready', problems });
  });
}
