import type { BrokenFile, ConfigurationView, SettingsLayer } from '../../render/configuration-view.ts';
import { findReadmes } from '../../settings/readme-paths.ts';
import type { SettingsProblem } from '../../settings/settings.ts';
import type { Look } from '../reviewing/look.ts';
import type { FileStanding } from './in-force.ts';

/** Where a look's settings come from and what is wrong with them, for people. */
export function configurationView({ commit, settingsFile, inForce, proposed }: Look): ConfigurationView {
  const { organisation, repository, settings } = inForce;
  return {
    organisation: layerOf(organisation),
    repository: layerOf(repository),
    problemsHere:
      proposed === null
        ? problemsInForce(inForce, settingsFile)
        : brokenFile(proposed.file?.fileName, proposed.problems),
    locked: (proposed ?? inForce).locked,
    unmatched: findReadmes(settings, commit.paths).unmatched,
  };
}

/**
 * Of the file that is the same in the commit and where it holds: the repository's, or in the owner's own the owner's. It
 * goes by its path in the commit, so that its lines can be pointed at.
 */
function problemsInForce(
  { organisation, repository }: Look['inForce'],
  here: Look['settingsFile'],
): BrokenFile | null {
  if (here === null) return null;
  const file = [repository, organisation].find(({ current }) => current?.sha === here.sha);
  return brokenFile(here.path, file?.problems ?? []);
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
