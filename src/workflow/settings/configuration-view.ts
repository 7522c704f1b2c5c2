import type { BrokenFile, ConfigurationView, SettingsLayer } from '../../render/configuration-view.ts';
import { findReadmes } from '../../settings/readme-paths.ts';
import type { SettingsProblem } from '../../settings/settings.ts';
import type { Look } from '../reviewing/look.ts';
import type { FileStanding } from './in-force.ts';

/**
 * Where a look's settings come from and what is wrong with them, for people. In the owner's own repository the file that
 * holds for all is the one at hand, and nothing lies beyond.
 */
export function configurationView({ commit, settingsFile, inForce, proposed }: Look): ConfigurationView {
  const { forAll, settings } = inForce;
  const own = forAll ? inForce.organisation : inForce.repository;
  return {
    organisation: forAll ? { kind: 'absent' } : layerOf(inForce.organisation),
    repository: layerOf(own),
    // Under its path in the commit, so that its lines can be pointed at.
    problemsHere:
      proposed === null
        ? brokenFile(settingsFile?.path, own.problems)
        : brokenFile(proposed.file?.fileName, proposed.problems),
    locked: (proposed ?? inForce).locked,
    unmatched: findReadmes(settings, commit.paths).unmatched,
  };
}

function layerOf({ current, outOfReach, problems, inForce }: FileStanding): SettingsLayer {
  if (current === null) return { kind: outOfReach ? 'out-of-reach' : 'absent' };
  const broken = brokenFile(current.fileName, problems);
  if (broken !== null) return { kind: 'broken', ...broken, inForce: inForce?.sha ?? null };
  return { kind: 'read', fileName: current.fileName, sha: current.sha };
}

function brokenFile(fileName: string | undefined, problems: readonly SettingsProblem[]): BrokenFile | null {
  const [first, ...others] = problems;
  if (fileName === undefined || first === undefined) return null;
  return { fileName, problems: [first, ...others] };
}
