import { NO_CHANGES } from '../rubric/rubric-changes.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import type { SettingsReading, SettingsRequest } from './settings.ts';

/** What settings files come to. Stands in until they are read: the defaults, whatever they say. */
export function readSettings(_request: SettingsRequest, _rubrics: Rubrics): SettingsReading {
  return {
    settings: {
      enabled: true,
      branches: [],
      projectType: null,
      readmes: [],
      enforce: false,
      comments: true,
      dashboard: false,
      accept: {},
      rubric: NO_CHANGES,
    },
    problems: { organisation: [], repository: [] },
    locked: [],
  };
}
