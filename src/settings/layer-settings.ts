import { mergeChanges } from '../rubric/merge-changes.ts';
import type { Settings } from './settings.ts';
import type { SettingsFile } from './settings-file.ts';

/**
 * Settings with a file on top: what it says wins, key by key. Acceptances are kept by criterion, and changes of the
 * rubric add up.
 */
export function layOn(below: Settings, file: SettingsFile): Settings {
  return {
    enabled: file.enabled ?? below.enabled,
    branches: file.branches ?? below.branches,
    projectType: file.projectType ?? below.projectType,
    readmes: file.readmes ?? below.readmes,
    enforce: file.enforce ?? below.enforce,
    comments: file.comments ?? below.comments,
    dashboard: file.dashboard ?? below.dashboard,
    accept: { ...below.accept, ...file.accept },
    rubric: file.rubric === undefined ? below.rubric : mergeChanges(below.rubric, file.rubric),
  };
}
