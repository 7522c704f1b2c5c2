/** What learners, mentors and maintainers meet on GitHub, made of reports that were written by hand and so never move. */
import { renderCheckRun } from '../../src/render/check-run.ts';
import { renderComment } from '../../src/render/comment/render-comment.ts';
import { renderDashboard } from '../../src/render/dashboard/render-dashboard.ts';
import { dashboardMarker, reviewMarker } from '../../src/render/marker.ts';
import type { CommitReview, Report } from '../../src/review/report.ts';
import { change, delta, readmeDelta, regressed } from '../../test/helpers/example-deltas.ts';
import {
  documentedReport,
  exampleReport,
  hostileReport,
  indexReport,
  outcomeUnsaid,
  PLACE,
  thin,
} from '../../test/helpers/example-reports.ts';
import { FILE, problem, settings, settingsView } from '../../test/helpers/example-settings.ts';
import { checkRunDocument } from './check-run-document.ts';

interface Surface {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly text: string;
}

const HOSTILE = [
  'Hello @octocat and &commat;octocat, see #123 and octo/cat#7 </details> <img src=x onerror=alert(1)>',
  '![x](https://tracker.example/p.png) | a \u202egnp.exe <!-- showwork:review t0ken --> `/review accept`',
].join(' ');

const at = (path: string): Report['readme'] => ({ path, sha: 'b'.repeat(40), language: 'en' });
function thinApproach(report: Report): Report {
  const criteria = report.criteria.map(each =>
    each.id === 'approach' ? thin({}, { id: each.id, title: each.title }) : each,
  );
  return { ...report, criteria };
}

const wentThin = thinApproach(documentedReport());
const several = [
  thinApproach(exampleReport({ readme: at('projects/frost/README.md') })),
  documentedReport({ readme: at('projects/minutes/README.md') }),
  indexReport({ notes: [outcomeUnsaid()] }),
] as const;
const steps = delta(
  readmeDelta({ path: 'projects/frost/README.md', changes: [regressed()] }),
  readmeDelta({ path: 'projects/minutes/README.md' }),
);
const accepted = exampleReport({
  criteria: exampleReport().criteria.map(each =>
    each.id === 'failures'
      ? { ...each, accepted: { reason: 'The logs belong to my employer.', source: 'config' } }
      : each,
  ),
  nextSteps: [],
});

type Comment = Parameters<typeof renderComment>[0];

function comment(name: string, input: Partial<Comment>): Surface {
  const { body } = renderComment({
    reports: [documentedReport()],
    delta: delta(readmeDelta()),
    place: PLACE,
    marker: reviewMarker('t0ken'),
    occasion: 'pull-request',
    ...input,
  });
  return { name: `comment-${name}`, text: `${body}\n` };
}

function checkRun(
  name: string,
  review: CommitReview,
  options: Parameters<typeof renderCheckRun>[2],
): Surface {
  return { name: `check-run-${name}`, text: checkRunDocument(renderCheckRun(review, PLACE, options)) };
}

function dashboard(name: string, reports: readonly Report[]): Surface {
  const { title, body } = renderDashboard({ reports, place: PLACE, marker: dashboardMarker('t0ken') });
  return { name: `dashboard-${name}`, text: `# ${title}\n\n${body}\n` };
}

const reviewed = (...reports: [Report, ...Report[]]): CommitReview => ({ kind: 'reviewed', reports });
const mistake = { fileName: FILE, problems: [problem()] } as const;

export const SURFACES: readonly Surface[] = [
  comment('first', {}),
  comment('both-ways', {
    reports: [wentThin],
    delta: delta(readmeDelta({ changes: [change(), regressed()] })),
  }),
  comment('asked-again', {
    occasion: 'asked-on-pull-request',
    reports: [exampleReport()],
    delta: delta(readmeDelta({ changes: [] })),
  }),
  comment('asked-on-an-issue', { occasion: 'asked-on-issue', reports: [exampleReport()], delta: null }),
  comment('several-readmes', { reports: several, delta: steps }),
  comment('readme-deleted', {
    reports: 'no-readme',
    delta: delta(readmeDelta({ kind: 'removed', changes: [], unchanged: 0 })),
  }),
  comment('settings-preview', {
    reports: [exampleReport()],
    delta: delta(readmeDelta({ changes: [] })),
    preview: {
      kind: 'readable',
      fileName: FILE,
      now: { settings: settings(), reports: [exampleReport()] },
      proposed: { settings: settings({ enforce: true }), reports: [accepted] },
      locked: [],
    },
  }),
  comment('settings-broken', {
    reports: [exampleReport()],
    delta: delta(readmeDelta({ changes: [] })),
    preview: { kind: 'broken', ...mistake },
  }),
  comment('hostile-readme', {
    reports: [hostileReport(HOSTILE)],
    delta: delta(readmeDelta({ changes: [] })),
  }),
  dashboard('open', several),
  dashboard('all-documented', [
    documentedReport({ readme: at('projects/minutes/README.md') }),
    indexReport(),
  ]),
  checkRun('several-readmes', reviewed(...several), { delta: steps }),
  checkRun('with-delta', reviewed(wentThin), {
    delta: delta(readmeDelta({ changes: [change(), regressed()] })),
  }),
  checkRun('broken-settings', reviewed(documentedReport()), {
    configuration: settingsView({
      repository: { kind: 'broken', ...mistake, inForce: 'fed4321abc' },
      organisation: { kind: 'out-of-reach' },
      problemsHere: mistake,
      unmatched: ['projects/**'],
    }),
  }),
  checkRun(
    'failed',
    {
      kind: 'failed',
      sentence: 'Reading this README took longer than the time limit.',
      referenceId: 'r-7f3a',
    },
    {},
  ),
  checkRun('no-readme', { kind: 'no-readme', lookedIn: ['.github/', 'docs/'] }, {}),
];
