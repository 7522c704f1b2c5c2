/** One living issue per repository: how every project README stands, and what would be worth doing next. */
import type { Report } from '../../review/report.ts';
import type { Piece } from '../byte-budget.ts';
import { conversationBody } from '../conversation-limit.ts';
import type { Markdown } from '../markdown.ts';
import { md } from '../markdown.ts';
import { RE_REVIEW_MARKER } from '../marker.ts';
import { commitLink } from '../phrases.ts';
import type { CommitPlace } from '../place.ts';
import { locateAt } from '../place.ts';
import { lowestFirst, standingOf } from '../standing.ts';
import { standingState } from '../standing-state.ts';
import { versionsLine } from '../versions.ts';
import { NO_README, plural } from '../wording.ts';
import { dashboardTable } from './dashboard-table.ts';

const DASHBOARD_TITLE = 'Showwork: how the READMEs stand';

const TICK_BOX = `- [ ] ${RE_REVIEW_MARKER} Review again now`;
const LIFE =
  'This issue follows the default branch. It closes by itself when every project is documented, and opens again if one falls back.';
const SWITCH_OFF = '`dashboard: false` in `.github/showwork.yml` switches this issue off';

export interface DashboardInput {
  /** Empty where the default branch holds no README. */
  readonly reports: readonly Report[];
  /** The default branch's commit that was read. */
  readonly place: CommitPlace;
  /** As `dashboardMarker` makes it. */
  readonly marker: string;
}

export interface Dashboard {
  readonly title: string;
  /** At most `MAX_BODY_BYTES`. */
  readonly body: string;
  /** Names all that is worth an edit: verdicts, acceptances, types; no commit, line or sentence. */
  readonly state: string;
  /** True where the issue may be closed: at least one README is documented, and none is left open. */
  readonly allDocumented: boolean;
}

export function renderDashboard({ reports, place, marker }: DashboardInput): Dashboard {
  const allDocumented = isAllDocumented(reports);
  const pieces: readonly Piece[] = [
    headline(reports, allDocumented, place).source,
    ...(reports.length === 0 ? [NO_README.start] : [dashboardTable(lowestFirst(reports), locateAt(place))]),
  ];
  const versions = reports.length === 0 ? [] : [versionsLine(reports)];
  return {
    title: DASHBOARD_TITLE,
    body: conversationBody({
      marker,
      pieces,
      ending: [TICK_BOX, LIFE],
      foot: [...versions, SWITCH_OFF].join(' · '),
    }),
    state: JSON.stringify(reports.map(report => standingState(report, null))),
    allDocumented,
  };
}

/** What is not read as one of the project types has nothing to document and keeps nothing open. */
function isAllDocumented(reports: readonly Report[]): boolean {
  const kinds = reports.map(report => standingOf(report).kind).filter(kind => kind !== 'other');
  return kinds.length > 0 && kinds.every(kind => kind === 'documented');
}

function headline(reports: readonly Report[], allDocumented: boolean, place: CommitPlace): Markdown {
  const at = md`on the default branch, at ${commitLink(place.headSha, place)}`;
  if (reports.length === 0) return md`**No README yet** ${at}.`;
  if (allDocumented) return md`**Every project is documented** ${at}. Well done!`;
  const documented = reports.filter(report => standingOf(report).kind === 'documented').length;
  const are = documented === 1 || reports.length === 1 ? 'is' : 'are';
  return md`**${documented} of ${plural(reports.length, 'README', 'READMEs')} ${are} documented** ${at}.`;
}
