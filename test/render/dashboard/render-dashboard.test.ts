import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_BODY_BYTES } from '../../../src/render/conversation-limit.ts';
import { renderDashboard } from '../../../src/render/dashboard/render-dashboard.ts';
import { dashboardMarker, RE_REVIEW_MARKER } from '../../../src/render/marker.ts';
import { byteLength } from '../../../src/render/plain-text.ts';
import type { Report } from '../../../src/review/report.ts';
import { withoutAddresses } from '../../helpers/example-comment.ts';
import {
  documentedReport,
  exampleReport,
  hostileReport,
  indexReport,
  missing,
  notAssessed,
  outcomeUnsaid,
  PLACE,
  thin,
} from '../../helpers/example-reports.ts';
import { expectHarmless } from '../../helpers/expect-harmless.ts';
import { hostileText } from '../../helpers/hostile-text.ts';

const marker = dashboardMarker('t0ken');
const dashboardOf = (...reports: Report[]) => renderDashboard({ reports, place: PLACE, marker });
const bodyOf = (...reports: Report[]) => withoutAddresses(dashboardOf(...reports).body);
const other = exampleReport({ projectType: { id: 'other', declared: false, evidence: [] } });

test('begins with its marker and has one box to tick', () => {
  const { title, body } = dashboardOf(exampleReport());
  expect(title).toBe('Showwork: how the READMEs stand');
  expect(body.split('\n')[0]).toBe('<!-- showwork:dashboard t0ken -->');
  expect(body.split('\n').filter(line => line.startsWith('- ['))).toEqual([
    '- [ ] <!-- showwork:re-review --> Review again now',
  ]);
});

test('each README is a row, the lowest first', () => {
  const rows = bodyOf(documentedReport(), indexReport({ notes: [outcomeUnsaid()] }), exampleReport(), other)
    .split('\n')
    .filter(line => line.startsWith('| [`'));
  expect(rows).toEqual([
    '| [`README.md`] | an LLM application | 4 of 5 documented | ○ What did not work: missing | Say what did not work: one attempt you dropped, and why. ([line 60]) |',
    '| [`README.md`] | another kind of project | Not judged: not read as an AI project |  |  |',
    '| [`index.md`] | a portfolio index | Portfolio index: some projects could say more |  | Entries that say what came of the project: 1 of 2. Not yet: “Leaf Doctor”. ([line 7]) |',
    '| [`README.md`] | an LLM application | 5 of 5 documented |  |  |',
  ]);
});

test('the lowest criterion is a missing one, then a thin one, then what could not be told', () => {
  const criteria = [notAssessed('Unsure.', { id: 'outcome', title: 'Outcome' }), thin(), missing()];
  for (const words of ['○ What did not work: missing', '◐ Decisions: thin', '– Outcome: not assessed']) {
    expect(bodyOf(exampleReport({ criteria }), exampleReport())).toContain(`| ${words} |`);
    criteria.pop();
    if (criteria.length === 1) criteria.push(documentedReport().criteria[0] ?? thin());
  }
});

test('says how it lives and how it is switched off', () => {
  const body = bodyOf(exampleReport());
  expect(body).toContain('It closes by itself when every project is documented, and opens again');
  expect(body).toContain('`dashboard: false` in `.github/showwork.yml`');
});

describe('whether all is documented', () => {
  test.each<[string, boolean, readonly Report[], string]>([
    ['all documented', true, [documentedReport(), indexReport()], '**Every project is documented** on'],
    ['one open', false, [documentedReport(), exampleReport()], '**1 of 2 READMEs is documented** on'],
    ['an index open', false, [documentedReport(), indexReport({ notes: [outcomeUnsaid()] })], '**1 of 2'],
    ['another kind of project beside', true, [documentedReport(), other], '**Every project'],
    ['only another kind of project', false, [other], '**0 of 1 README is documented** on'],
    ['no README', false, [], '**No README yet** on the default branch'],
  ])('%s: %s', (_, expected, reports, headline) => {
    expect(dashboardOf(...reports).allDocumented).toBe(expected);
    expect(bodyOf(...reports)).toContain(headline);
  });
});

describe('state', () => {
  test('does not move with the commit', () => {
    const place = { ...PLACE, headSha: '9'.repeat(40) };
    expect(renderDashboard({ reports: [exampleReport()], place, marker }).state).toBe(
      dashboardOf(exampleReport()).state,
    );
  });

  test('moves with a verdict', () => {
    expect(dashboardOf(exampleReport()).state).not.toBe(dashboardOf(documentedReport()).state);
  });
});

test('hostile READMEs: no link, markup, mention, tick-box or marker of theirs', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (text, path) => {
      const { body } = dashboardOf(hostileReport(text, `${path}.md`), exampleReport());
      expectHarmless(body, [marker, RE_REVIEW_MARKER]);
      expect(body.match(/^\s*[-*+] \[/gm)).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test('hundreds of READMEs stay below the limit', () => {
  const many = Array.from({ length: 600 }, (_, index) =>
    exampleReport({ readme: { path: `projects/${index}/README.md`, sha: 'b'.repeat(40), language: 'en' } }),
  );
  const { body } = dashboardOf(...many);
  expect(byteLength(body)).toBeLessThanOrEqual(MAX_BODY_BYTES);
  const kept = ['**Cut here.**', `\n- [ ] ${RE_REVIEW_MARKER} Review again now\n`];
  expect(kept.filter(text => !body.includes(text))).toEqual([]);
});
