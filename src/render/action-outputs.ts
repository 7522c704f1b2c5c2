import type { NamedReport } from './named-report.ts';
import { enforceable, standingOf } from './standing.ts';

/**
 * What later steps of a GitHub Actions job may ask for, a `name=value` a line. Numbers and yes or no only: nothing in it
 * is a stranger's.
 */
export function renderActionOutputs(named: readonly NamedReport[]): string {
  const reports = named.map(({ report }) => report);
  const outputs = {
    readmes: reports.length,
    missing: reports.flatMap(enforceable).length,
    documented: reports.length > 0 && reports.every(report => standingOf(report).kind === 'documented'),
  };
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
