/**
 * A package's normalised name: lower case, `_` and `.` folded to `-`, extras and version left off
 * (https://packaging.python.org/en/latest/specifications/name-normalization/). '' where there is no name.
 */
export function toolName(written: string): string {
  const name = /^@?[a-z0-9][\w.-]{0,80}(?:\/[\w.-]{1,80})?/i.exec(written.trim())?.[0] ?? '';
  return name
    .toLowerCase()
    .replace(/[-_.]+/g, '-')
    .replace(/-$/, '');
}
