import { mergeChanges } from '../rubric/merge-changes.ts';
import { isExclusion } from './branches.ts';
import type { Settings } from './settings.ts';
import type { SettingsFile } from './settings-file.ts';

/**
 * Settings with a file on top: what it says wins, key by key. Acceptances are kept by criterion, changes of the rubric
 * add up, and so do exclusions of branches.
 */
export function layOn(below: Settings, file: SettingsFile): Settings {
  return {
    enabled: file.enabled ?? below.enabled,
    branches: branchesOn(below.branches, file.branches),
    projectType: file.projectType ?? below.projectType,
    readmes: file.readmes ?? below.readmes,
    enforce: file.enforce ?? below.enforce,
    comments: file.comments ?? below.comments,
    dashboard: file.dashboard ?? below.dashboard,
    accept: { ...below.accept, ...file.accept },
    rubric: file.rubric === undefined ? below.rubric : mergeChanges(below.rubric, file.rubric),
  };
}

/** Who leaves a few more branches alone does not ask for those of bots. */
function branchesOn(below: Settings['branches'], own: SettingsFile['branches']): Settings['branches'] {
  if (own === undefined) return below;
  return own.length > 0 && own.every(isExclusion) ? [...below, ...own] : own;
}
