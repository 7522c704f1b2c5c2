import type { Delta } from '../../review/delta.ts';
import type { Report } from '../../review/report.ts';
import type { CommitPlace } from '../place.ts';
import type { SettingsPreview } from './settings-preview.ts';

/** `no-readme`: the commit holds none. */
export type CommentReports = readonly [Report, ...Report[]] | 'no-readme';

/** What led to the comment. */
export type Occasion = 'pull-request' | 'asked-on-pull-request' | 'asked-on-issue';

/** All that a review comment is made of. */
export interface CommentInput {
  readonly reports: CommentReports;
  /** Of a pull request against its base; null on a plain issue, or where there is nothing to compare with. */
  readonly delta: Delta | null;
  /** The commit that was read: the pull request's head, or the default branch's. */
  readonly place: CommitPlace;
  /** As `reviewMarker` makes it. */
  readonly marker: string;
  readonly occasion: Occasion;
  /** Markdown of this app, such as that further commands of the same comment were not carried out. */
  readonly note?: string;
  /** Where the pull request edits the settings. */
  readonly preview?: SettingsPreview;
}
