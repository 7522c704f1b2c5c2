import { stringify } from 'yaml';
import type { Settings } from './settings.ts';

/** The lines of `.github/showwork.yml` that say this; whatever strangers wrote stays a value. No line break at the end. */
export function settingsLines(said: Partial<Pick<Settings, 'accept' | 'projectType'>>): string {
  return stringify(said, { lineWidth: 0 }).trimEnd();
}
