import type { Report } from '../../review/report.ts';
import type { Settings, SettingsProblem } from '../../settings/settings.ts';
import type { BrokenFile } from '../configuration-view.ts';

/** Settings, and what the same READMEs are judged to be with them. */
export interface SettingsOutcome {
  readonly settings: Settings;
  readonly reports: readonly Report[];
}

/** What a pull request that edits the settings would do. */
export type SettingsPreview =
  | ({ readonly kind: 'broken' } & BrokenFile)
  | {
      readonly kind: 'readable';
      /** Such as `.github/showwork.yml`. */
      readonly fileName: string;
      /** Where the pull request takes the file away; `proposed` is what then holds. */
      readonly deleted?: true;
      readonly now: SettingsOutcome;
      readonly proposed: SettingsOutcome;
      /** Keys of the proposed file that the organisation has locked. */
      readonly locked: readonly SettingsProblem[];
    };
