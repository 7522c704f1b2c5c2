import type { Report } from '../review/report.ts';
import { md } from './markdown.ts';
import { quoted } from './phrases.ts';

/** What judged, and which bytes were judged where it is one README. Each judge once. */
export function versionsLine(reports: readonly Report[]): string {
  const judges = reports.map(({ rubric, engineVersion, model }) => {
    const trained = model.version === 'none' ? md`` : md`, model ${model.version}`;
    return md`Rubric ${quoted(rubric.id)} ${rubric.version}, engine ${engineVersion}${trained}`.source;
  });
  const [only] = reports;
  const readme =
    only !== undefined && reports.length === 1 ? [md`README ${quoted(only.readme.sha)}`.source] : [];
  return [...new Set(judges), ...readme].join(' · ');
}
