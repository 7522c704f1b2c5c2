import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderCheckRun } from '../../src/render/check-run.ts';
import type { CriterionChange, Delta } from '../../src/review/delta.ts';
import type { Report } from '../../src/review/report.ts';
import { change, delta, readmeDelta, regressed, SINCE, stood } from '../helpers/example-deltas.ts';
import {
  criterion,
  documentedReport,
  exampleReport,
  missing,
  PLACE,
  thin,
} from '../helpers/example-reports.ts';
import { expectHarmless } from '../helpers/expect-harmless.ts';
import { hostileText } from '../helpers/hostile-text.ts';

const COMMIT = `[\`abc1234\`](https://github.example/ada/tenancy-answers/commit/${SINCE})`;

/** What the summary says between the project type and what comes after it, without addresses. */
function said(since: Delta | null, ...reports: [Report, ...Report[]]): readonly string[] {
  const { summary } = renderCheckRun({ kind: 'reviewed', reports }, PLACE, { delta: since });
  const [, section = ''] = /### Since .*?\n\n(.*?)(?=\n\n(?:###|<details>|<sub>))/s.exec(summary) ?? [];
  return section
    .replaceAll(/\]\([^)]*\)/g, ']')
    .split('\n')
    .filter(line => line !== '');
}

test('names progress warmly, with the lines that prove it and the commit it is compared with', () => {
  const { summary } = renderCheckRun({ kind: 'reviewed', reports: [documentedReport()] }, PLACE, {
    delta: delta(readmeDelta()),
  });
  expect(summary).toContain(`### Since the last review, at ${COMMIT}`);
  expect(said(delta(readmeDelta()), documentedReport())).toEqual([
    'One more is documented now. Well done!',
    '- ● **What did not work**: newly documented, was missing, [lines 3–5]',
    '- 4 as before',
  ]);
});

test('says what changed after the project type and before the next steps', () => {
  const { summary } = renderCheckRun({ kind: 'reviewed', reports: [exampleReport()] }, PLACE, {
    delta: delta(readmeDelta({ changes: [regressed()] })),
  });
  const places = ['**Read as', '### Since', '### Next step', '<details>'].map(text => summary.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

describe('one change', () => {
  const accepted = missing({}, { accepted: { reason: 'Private.', source: 'readme' } });
  const asThin = thin({}, { id: 'failures', title: 'What did not work' });
  test.each<[string, CriterionChange, Report, readonly string[]]>([
    [
      'a step on',
      change({ kind: 'progressed', after: stood({ verdict: 'thin' }) }),
      exampleReport({ criteria: [asThin] }),
      ['A good step forward.', '- ◐ **What did not work**: a step forward, from missing to thin, [line 20]'],
    ],
    [
      'less than before, with the place where it would fit',
      change({ kind: 'regressed', before: stood({ verdict: 'present' }), after: stood() }),
      exampleReport({ criteria: [missing()] }),
      ['- ○ **What did not work**: reads as missing now, was present, fits after [line 60]'],
    ],
    [
      'another rubric',
      change({ kind: 'regressed', cause: 'rubric', before: stood({ verdict: 'present' }), after: stood() }),
      exampleReport({ criteria: [missing()] }),
      [
        '- ○ **What did not work**: reads as missing now, was present, because the rubric changed, fits after [line 60]',
      ],
    ],
    [
      'accepted by the author',
      change({ cause: 'author', after: stood({ accepted: true }) }),
      exampleReport({ criteria: [accepted] }),
      ['- ◉ **What did not work**: accepted by the author, read as missing'],
    ],
    [
      'withdrawn by the author',
      change({ kind: 'regressed', cause: 'author', before: stood({ accepted: true }), after: stood() }),
      exampleReport({ criteria: [missing()] }),
      ['- ○ **What did not work**: no longer accepted by the author, read as missing, fits after [line 60]'],
    ],
    [
      'what does not count',
      change({ counted: false, before: stood({ counted: false }) }),
      exampleReport({ criteria: [criterion({ id: 'failures' })] }),
      ['- ● **What did not work**: newly documented, was missing (not counted), [lines 3–5]'],
    ],
  ])('%s', (_, each, report, lines) => {
    expect(said(delta(readmeDelta({ changes: [each], unchanged: 0 })), report)).toEqual(lines);
  });
});

test('each of several READMEs is named, also one that is new and one that is gone', () => {
  const at = (path: string) => ({ path, sha: 'b'.repeat(40), language: 'en' });
  const since = delta(
    readmeDelta({ path: 'a/README.md' }),
    readmeDelta({ path: 'b/README.md', kind: 'added', changes: [], unchanged: 0 }),
    readmeDelta({ path: 'c/README.md', kind: 'removed', changes: [], unchanged: 0 }),
  );
  const reports = [
    documentedReport({ readme: at('a/README.md') }),
    exampleReport({ readme: at('b/README.md') }),
  ] as const;
  expect(said(since, ...reports)).toEqual([
    'One more is documented now. Well done!',
    '`c/README.md` is no longer reviewed.',
    '[`a/README.md`]:',
    '- ● **What did not work**: newly documented, was missing, [lines 3–5]',
    '- 4 as before',
    '[`b/README.md`] is new: 4 of 5 documented.',
  ]);
});

test.each<[string, Delta | null, Report]>([
  ['the first review of a branch', null, exampleReport()],
  ['no change', delta(readmeDelta({ changes: [] })), exampleReport()],
  [
    'changes of criteria that an index is not judged by',
    delta(readmeDelta()),
    exampleReport({ projectType: { id: 'portfolio-index', declared: true, evidence: [] } }),
  ],
])('%s is passed over in silence', (_, since, report) => {
  expect(said(since, report)).toEqual([]);
});

test('hostile titles and paths: no link, markup, mention or marker of theirs', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (text, path) => {
      const at = (name: string) => ({ path: name, sha: 'b'.repeat(40), language: 'en' });
      const since = delta(
        readmeDelta({ path: `${path}.md`, changes: [change({ before: stood({ title: text }) })] }),
        readmeDelta({ path: `${path}/new.md`, kind: 'added', changes: [], unchanged: 0 }),
        readmeDelta({ path: `${path}/old.md`, kind: 'removed', changes: [], unchanged: 0 }),
      );
      const reports = [
        exampleReport({ readme: at(`${path}.md`), criteria: [missing({}, { title: text })] }),
        documentedReport({ readme: at(`${path}/new.md`) }),
      ] as const;
      expectHarmless(renderCheckRun({ kind: 'reviewed', reports }, PLACE, { delta: since }).summary);
    }),
    { numRuns: 40 },
  );
});
