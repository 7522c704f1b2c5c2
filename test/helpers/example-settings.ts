/** Settings and what is wrong with them, written by hand. */
import type { ConfigurationView } from '../../src/render/configuration-view.ts';
import type { Settings, SettingsProblem } from '../../src/settings/settings.ts';

export const FILE = '.github/showwork.yml';

export function problem(overrides: Partial<SettingsProblem> = {}): SettingsProblem {
  return {
    file: FILE,
    line: 3,
    column: 1,
    path: 'enforse',
    message: 'Unknown key `enforse`: did you mean `enforce`?',
    expected: 'one of enabled, enforce',
    ...overrides,
  };
}

/** No file anywhere and nothing to mend. */
export function settingsView(overrides: Partial<ConfigurationView> = {}): ConfigurationView {
  return {
    organisation: { kind: 'absent' },
    repository: { kind: 'absent' },
    problemsHere: null,
    locked: [],
    unmatched: [],
    ...overrides,
  };
}

export function settings(overrides: Partial<Settings> = {}): Settings {
  return {
    enabled: true,
    branches: ['**'],
    projectType: null,
    readmes: [],
    enforce: false,
    comments: true,
    dashboard: false,
    accept: {},
    rubric: { criteria: [], headings: {}, wording: {}, questions: {} },
    ...overrides,
  };
}
