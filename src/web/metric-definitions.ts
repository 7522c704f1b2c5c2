/**
 * Every metric of ours, by Prometheus' conventions (prometheus.io/docs/practices/naming: a prefix, base units, `_total`
 * for what only rises). `docs/metrics.md` is made from this table.
 */

/** `shared` is read from the store: every process of one deployment says the same, so take one and do not add up. */
type Scope = 'process' | 'shared';

export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly scope: Scope;
  readonly name: string;
  readonly help: string;
  /** Label name to what it may say. */
  readonly labels: Readonly<Record<string, string>>;
  /** Upper bounds; of a histogram. */
  readonly buckets?: readonly number[];
}

const CODE = 'a code of [errors.md](errors.md)';

export const METRICS = {
  deliveries: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_deliveries_total',
    help: 'Signed webhooks, by event and by what became of them',
    labels: { event: "GitHub's name of the event", result: '`accepted`, `duplicate`, `ignored`' },
  },
  refusals: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_refusals_total',
    help: 'Requests to the webhook that were not taken in, by reason',
    labels: { error: 'the `error` of the answer, such as `bad-signature`' },
  },
  reviewSeconds: {
    type: 'histogram',
    scope: 'process',
    name: 'showwork_review_duration_seconds',
    help: 'Time a thread took to judge one README; results that were reused are not in it',
    labels: {},
    // From a short README to the time limit of a thread.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  },
  verdicts: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_verdicts_total',
    help: 'Verdicts of READMEs that were judged anew, by criterion',
    labels: {
      criterion: 'a criterion of the base rubric; `other` for those that a project type or a mentor adds',
      verdict: '`missing`, `thin`, `present`, `not-assessed`',
    },
  },
  threadFailures: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_thread_failures_total',
    help: 'Threads that were stopped at their time limit, and those that threw or died',
    labels: { reason: '`timed-out`, `crashed`' },
  },
  githubRequests: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_github_requests_total',
    help: 'Requests to GitHub, those for tokens included',
    labels: {
      operation: "GitHub's name of the operation, such as `checks/create`",
      outcome: `\`ok\`, or ${CODE}`,
    },
  },
  githubBudget: {
    type: 'gauge',
    scope: 'process',
    name: 'showwork_github_budget_remaining_requests',
    help: 'Requests left in the hour to the installation that has the fewest, of those that this process asked for; absent while GitHub has said nothing of it',
    labels: { resource: "GitHub's name of the pool, such as `core` or `graphql`" },
  },
  limits: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_limits_total',
    help: 'Limits that were hit',
    labels: {
      limit:
        '`primary` and `secondary` are GitHub refusing a request, `own-writes` is a write put off so that it does not',
    },
  },
  sweepRounds: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_sweep_rounds_total',
    help: 'Rounds of the loops that look for what was lost or is over',
    labels: {
      sweep: '`redelivery`, `reconciliation`, `stuck-checks`, `pruning`',
      result: '`done`, `failed`',
    },
  },
  sweepFinds: {
    type: 'counter',
    scope: 'process',
    name: 'showwork_sweep_finds_total',
    help: 'What the rounds acted on: deliveries asked for again, heads that were missed, checks, rows',
    labels: { sweep: 'as above' },
  },
  jobs: {
    type: 'gauge',
    scope: 'shared',
    name: 'showwork_jobs',
    help: 'Jobs in the queue',
    labels: { state: '`ready`, `delayed` (a retry, a limit, a write slot), `running`' },
  },
  oldestReadyJob: {
    type: 'gauge',
    scope: 'shared',
    name: 'showwork_oldest_ready_job_age_seconds',
    help: 'For how long the longest waiting job has been ready to run; 0 where none is',
    labels: { urgency: '`prompt`: somebody waits for it, `background`: nobody does' },
  },
  deadLetters: {
    type: 'gauge',
    scope: 'shared',
    name: 'showwork_dead_letters',
    help: 'Jobs that were given up and are still kept',
    labels: { code: CODE },
  },
} as const satisfies Record<string, MetricDefinition>;

/** The criteria of the base rubric; whatever else is judged is counted as one. */
export const COUNTED_CRITERIA: readonly string[] = [
  'problem',
  'approach',
  'decisions',
  'failures',
  'outcome',
  'learned',
];

/** What a label says for every value that it has no room for. */
export const OTHER = 'other';

/** Different values of one label; GitHub has about seventy events, and no other list of ours is as long. */
export const MAX_LABEL_VALUES = 100;
