/**
 * What a repository's `.github/showwork.yml` and its owner's may say, and what is in force after both were read.
 * The shapes of the files are in `settings-file.ts`; this is plain data that the other rooms use.
 */

import type { RubricProblem } from '../rubric/load-yaml.ts';
import type { RubricChanges } from '../rubric/rubric-changes.ts';

/** One README, or all that match a glob, and what kind of project they tell of. */
export interface ReadmeSetting {
  /** Path below the repository's root, or a glob such as `projects/**`. */
  readonly path: string;
  /** Absent where it is detected. */
  readonly projectType?: string;
}

/** What is in force for one repository. */
export interface Settings {
  readonly enabled: boolean;
  /** Globs of branches that are reviewed; `!` in front leaves alone. The default branch and merge queues always are. */
  readonly branches: readonly string[];
  /** Of the README that GitHub shows; null where it is detected. */
  readonly projectType: string | null;
  /** Empty where the app finds the READMEs by itself. */
  readonly readmes: readonly ReadmeSetting[];
  /** A counted criterion that is missing without acceptance makes the check fail. */
  readonly enforce: boolean;
  /** Comments on pull requests; `/review` is answered either way. */
  readonly comments: boolean;
  readonly dashboard: boolean;
  /** Reasons by the id of the criterion that the author accepts as it is. */
  readonly accept: Readonly<Record<string, string>>;
  readonly rubric: RubricChanges;
}

/** A mistake in a settings file at its place. A settings file is never half in force. */
export type SettingsProblem = RubricProblem;

/** A settings file as it was found. */
export interface SettingsText {
  /** As people know it: `.github/showwork.yml`, or `ada/.github/.github/showwork.yml`. */
  readonly fileName: string;
  readonly text: string;
}

/** The two files whose layers are asked for; null where there is none. */
export interface SettingsRequest {
  readonly organisation: SettingsText | null;
  readonly repository: SettingsText | null;
}

/** What the files come to. A file with a mistake adds nothing to `settings`, and its problems are told. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: {
    readonly organisation: readonly SettingsProblem[];
    readonly repository: readonly SettingsProblem[];
  };
  /** Keys of the repository's file that its organisation has locked: they are not in force. */
  readonly locked: readonly SettingsProblem[];
}
