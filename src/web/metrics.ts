/** `/metrics` in Prometheus' text format: the process, what it did, and how the queue stands. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock, Logger, Observer, QueueState, QueueStats } from '../ports.ts';
import { boundedLabel } from './bounded-label.ts';
import { answerAgain } from './fresh.ts';
import { lowestBudget } from './lowest-budget.ts';
import { COUNTED_CRITERIA, METRICS, type MetricDefinition, OTHER } from './metric-definitions.ts';

export interface MetricsOptions {
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface Metrics extends Observer {
  /** Adds the route. The queue is asked now and then; where it does not answer, only its figures are left out. */
  register(http: FastifyInstance, stats: QueueStats): void;
}

export function createMetrics({ clock, logger }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (definition: MetricDefinition) => new Counter(configuration(registry, definition));
  const gauge = (definition: MetricDefinition) => new Gauge(configuration(registry, definition));

  const deliveries = counter(METRICS.deliveries);
  const refusals = counter(METRICS.refusals);
  const reviews = new Histogram({
    ...configuration(registry, METRICS.reviewSeconds),
    buckets: [...METRICS.reviewSeconds.buckets],
  });
  const verdicts = counter(METRICS.verdicts);
  const threadFailures = counter(METRICS.threadFailures);
  const githubRequests = counter(METRICS.githubRequests);
  const githubBudget = gauge(METRICS.githubBudget);
  const limits = counter(METRICS.limits);
  const sweepRounds = counter(METRICS.sweepRounds);
  const sweepFinds = counter(METRICS.sweepFinds);
  const jobs = gauge(METRICS.jobs);
  const oldestReadyJob = gauge(METRICS.oldestReadyJob);
  const deadLetters = gauge(METRICS.deadLetters);

  const eventLabel = boundedLabel();
  const resourceLabel = boundedLabel();
  const budget = lowestBudget();

  function showBudget(): void {
    githubBudget.reset();
    for (const [resource, remaining] of budget.at(clock.now())) githubBudget.set({ resource }, remaining);
  }

  function showQueue(state: QueueState | null): void {
    for (const shown of [jobs, oldestReadyJob, deadLetters]) shown.reset();
    if (state === null) return;
    for (const [name, count] of Object.entries(state.jobs)) jobs.set({ state: name }, count);
    for (const [urgency, since] of Object.entries(state.readySince)) {
      oldestReadyJob.set({ urgency }, secondsSince(since, clock.now()));
    }
    for (const { code, count } of state.deadLetters) deadLetters.set({ code }, count);
  }

  return {
    delivered: (event, result) => deliveries.inc({ event: eventLabel(event), result }),
    refused: error => refusals.inc({ error }),
    reviewed(seconds, judged) {
      reviews.observe(seconds);
      for (const { id, verdict } of judged) {
        verdicts.inc({ criterion: COUNTED_CRITERIA.includes(id) ? id : OTHER, verdict });
      }
    },
    threadFailed: reason => threadFailures.inc({ reason }),
    askedGitHub({ operation, outcome, budget: said }) {
      githubRequests.inc({ operation, outcome });
      if (said !== null) budget.note({ ...said, resource: resourceLabel(said.resource) });
    },
    limited: limit => limits.inc({ limit }),
    swept(sweep, { result, found }) {
      sweepRounds.inc({ sweep, result });
      sweepFinds.inc({ sweep }, found);
    },
    register(http, stats) {
      const readNowAndThen = answerAgain(clock, () =>
        stats.read().catch((error: unknown) => {
          logger.warn({ err: error }, 'the queue could not be read for metrics');
          return null;
        }),
      );
      http.get('/metrics', async (_request, reply) => {
        const state = await readNowAndThen();
        showBudget();
        showQueue(state);
        return reply.type(registry.contentType).send(await registry.metrics());
      });
    },
  };
}

/** What all metrics of prom-client take. */
function configuration(registry: Registry, { name, help, labels }: MetricDefinition) {
  return { name, help, labelNames: Object.keys(labels), registers: [registry] };
}

/** 0 where it has not begun. */
function secondsSince(since: Date | null, now: Date): number {
  return since === null ? 0 : Math.max(0, (+now - +since) / 1000);
}
