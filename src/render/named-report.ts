import type { Report } from '../review/report.ts';

/** A report and the path by which people asked for it: of the README, or of the folder it stands in. */
export interface NamedReport {
  readonly report: Report;
  readonly name: string;
}

/** Where the README is, relative to where it was asked for; steps joined by `/`. */
export function pathOfReadme({ name, report }: NamedReport): string {
  const { path } = report.readme;
  const asked = name
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/(?<!\/)\/+$/, '');
  if (asked === path || asked.endsWith(`/${path}`)) return asked;
  return asked === '' || asked === '.' ? path : `${asked}/${path}`;
}
