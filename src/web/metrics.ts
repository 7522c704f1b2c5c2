import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Registry } from 'prom-client';

export interface Metrics {
  delivered(event: string, result: string): void;
  refused(error: string): void;
  register(http: FastifyInstance): void;
}

/** `/metrics` in Prometheus' text format: the process, and what became of webhooks. Labels are names, never ids. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({
    name: 'showwork_deliveries_total',
    help: 'Signed webhooks by event and by what became of them',
    labelNames: ['event', 'result'] as const,
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'showwork_refusals_total',
    help: 'Requests to the webhook that were not taken in, by reason',
    labelNames: ['error'] as const,
    registers: [registry],
  });
  return {
    delivered: (event, result) => deliveries.inc({ event, result }),
    refused: error => refusals.inc({ error }),
    register(http) {
      http.get('/metrics', async (_request, reply) =>
        reply.type(registry.contentType).send(await registry.metrics()),
      );
    },
  };
}
