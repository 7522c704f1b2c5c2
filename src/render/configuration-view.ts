/** Where the settings of a review come from, and what is wrong with them, as a check run tells it. */
import type { SettingsProblem } from '../settings/settings.ts';

/** A mistake at least. */
type Problems = readonly [SettingsProblem, ...SettingsProblem[]];

/** A settings file with mistakes, under the name that people know it by. */
export interface BrokenFile {
  readonly fileName: string;
  readonly problems: Problems;
}

/** How a settings file stands at the place where it holds: the default branch, or the owner's `.github` repository. */
export type SettingsLayer =
  | { readonly kind: 'absent' }
  /** This app may not look there, or there is no such repository. */
  | { readonly kind: 'out-of-reach' }
  /** `sha`: git blob id. */
  | { readonly kind: 'read'; readonly fileName: string; readonly sha: string }
  /** `inForce`: git blob id of the last version without a mistake; null where there is none, and defaults hold. */
  | ({ readonly kind: 'broken'; readonly inForce: string | null } & BrokenFile);

export interface ConfigurationView {
  readonly organisation: SettingsLayer;
  readonly repository: SettingsLayer;
  /** The repository's file as this commit has it, where it has mistakes: they are told on its lines. */
  readonly problemsHere: BrokenFile | null;
  /** Keys of the repository's file that the organisation has locked. */
  readonly locked: readonly SettingsProblem[];
  /** README paths and globs of the settings that match nothing in this commit. */
  readonly unmatched: readonly string[];
}
