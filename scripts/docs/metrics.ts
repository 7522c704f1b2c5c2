import { MAX_LABEL_VALUES, METRICS, type MetricDefinition, OTHER } from '../../src/web/metric-definitions.ts';
import { OLDEST_READY_JOB_MS } from '../../src/web/readiness.ts';

const MINUTE_MS = 60_000;

export function metricsDocument(): string {
  const definitions: readonly MetricDefinition[] = Object.values(METRICS);
  return [
    '# Health and metrics',
    '',
    'Made from `src/web/` by `npm run docs`. Every process serves these, a worker too:',
    '',
    '- `/healthz`: the process answers. Restart it where this fails.',
    '- `/readyz`: webhooks can be taken in **and finished**. 503 with one sentence for each part that is not as it should be: the store',
    `  takes no writes; a job that somebody waits for has been ready for more than ${OLDEST_READY_JOB_MS / MINUTE_MS} minutes; GitHub refused the credentials`,
    '  of the app when they were last shown.',
    "- `/metrics`: Prometheus' text format. Beside what follows it has `process_…` and `nodejs_…` of prom-client.",
    '',
    'Labels are names from lists of ours and of GitHub, never an id, a path or what somebody wrote. A label has at most',
    `${MAX_LABEL_VALUES} values; further ones count as \`${OTHER}\`.`,
    '',
    '## Of each process',
    '',
    'Add them up over the processes; of the gauge take the smallest.',
    '',
    ...table(definitions.filter(({ scope }) => scope === 'process')),
    '',
    '## Of the whole deployment',
    '',
    'Read from the store at each scrape: every process says the same, so take one of them (`max`) and do not add up. They are absent',
    'where the store does not answer.',
    '',
    ...table(definitions.filter(({ scope }) => scope === 'shared')),
    '',
  ].join('\n');
}

function table(definitions: readonly MetricDefinition[]): string[] {
  const rows = definitions.map(({ name, type, help, labels }) => {
    const explained = Object.entries(labels).map(([label, values]) => `\`${label}\`: ${values}`);
    return `| \`${name}\` | ${type} | ${help}. | ${explained.join('; ')} |`;
  });
  return ['| Metric | Kind | What it tells | Labels |', '|---|---|---|---|', ...rows];
}
