import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderCheckRun } from '../../src/render/check-run.ts';
import type { SettingsLayer } from '../../src/render/configuration-view.ts';
import type { CommitReview } from '../../src/review/report.ts';
import { documentedReport, PLACE } from '../helpers/example-reports.ts';
import { FILE, problem, settingsView } from '../helpers/example-settings.ts';
import { expectHarmless } from '../helpers/expect-harmless.ts';
import { ACTED_ON, UNSEEN } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';

const review: CommitReview = { kind: 'reviewed', reports: [documentedReport()] };

/** The summary without addresses. */
function summaryOf(view: Partial<Parameters<typeof settingsView>[0]>, of: CommitReview = review): string {
  const { summary } = renderCheckRun(of, PLACE, { configuration: settingsView(view) });
  return summary.replaceAll(/\]\([^)]*\)/g, ']');
}

const read: SettingsLayer = { kind: 'read', fileName: FILE, sha: 'abc1234def' };
const broken = (inForce: string | null): SettingsLayer => ({
  kind: 'broken',
  fileName: FILE,
  problems: [problem()],
  inForce,
});
const problemsHere = { fileName: FILE, problems: [problem()] } as const;
const MISTAKE =
  '**`.github/showwork.yml` has a mistake in [line 3]:** Unknown key `enforse`: did you mean `enforce`?';

describe('a mistake', () => {
  test.each<[string, SettingsLayer, string]>([
    ['on a branch', read, 'What the default branch has (`abc1234`) stays in force.'],
    [
      'on the default branch',
      broken('fed4321abc'),
      'Until it is mended, the version before (`fed4321`) stays in force.',
    ],
    ['in the first version', broken(null), 'Until it is mended, the defaults are in force.'],
    [
      'in a file that only this branch has',
      { kind: 'absent' },
      'Until it is mended, the defaults are in force.',
    ],
  ])('%s is said first, with what is in force meanwhile', (_, repository, meanwhile) => {
    expect(summaryOf({ repository, problemsHere }).startsWith(`${MISTAKE} ${meanwhile}\n\n`)).toBe(true);
  });

  test('is a warning on its line, before all that is said of READMEs', () => {
    const { annotations } = renderCheckRun(review, PLACE, {
      configuration: settingsView({
        problemsHere,
        locked: [
          problem({ path: 'comments', line: 5, message: 'The organisation sets `comments`.', expected: '' }),
        ],
      }),
    });
    expect(annotations).toEqual([
      {
        path: FILE,
        startLine: 3,
        endLine: 3,
        level: 'warning',
        title: 'A mistake in the settings',
        message: 'Unknown key `enforse`: did you mean `enforce`?\nExpected: one of enabled, enforce.',
      },
      {
        path: FILE,
        startLine: 5,
        endLine: 5,
        level: 'notice',
        title: 'Set by the organisation',
        message: 'The organisation sets `comments`.',
      },
    ]);
  });

  test('is all there is to say where there is no README to speak of', () => {
    const { title, summary, conclusion } = renderCheckRun(
      { kind: 'no-readme', lookedIn: ['.github'] },
      PLACE,
      {
        configuration: settingsView({ repository: broken(null), problemsHere }),
      },
    );
    expect([title, conclusion]).toEqual(['The settings have a mistake', 'neutral']);
    expect(summary).not.toContain('README');
  });

  test('is counted where there are more', () => {
    const three = { fileName: FILE, problems: [problem(), problem(), problem()] } as const;
    expect(summaryOf({ problemsHere: three })).toContain('There is more to mend in 2 places.');
  });

  test('of the default branch is told where this commit has mended it', () => {
    expect(summaryOf({ repository: broken('fed4321abc') })).toMatch(/^On the default branch, .* line 3:/);
  });

  test('of the organisation is told, and nothing stands beside a line', () => {
    const organisation = { ...broken(null), fileName: 'ada/.github/.github/showwork.yml' };
    expect(summaryOf({ organisation })).toMatch(/^Beyond this repository, \*\*`ada\/\.github/);
    const { annotations } = renderCheckRun(review, PLACE, { configuration: settingsView({ organisation }) });
    expect(annotations).toEqual([]);
  });

  test('is told of a commit without README and of a failed review as well', () => {
    const others: readonly CommitReview[] = [
      { kind: 'no-readme', lookedIn: ['docs/'] },
      { kind: 'failed', sentence: 'Too slow.', referenceId: 'r-1' },
    ];
    for (const other of others) expect(summaryOf({ problemsHere }, other)).toContain(MISTAKE);
  });
});

test('paths that match nothing are a sentence', () => {
  expect(summaryOf({ unmatched: ['projects/**', 'x.md'] })).toContain(
    'The settings name `projects/**`, `x.md`, and no README is there at this commit.',
  );
});

describe('where the settings come from, folded', () => {
  const org: SettingsLayer = { kind: 'read', fileName: 'ada/.github/.github/showwork.yml', sha: '999888777' };
  test.each<[string, Parameters<typeof settingsView>[0]]>([
    ['Settings: the defaults.', {}],
    ['Settings: `.github/showwork.yml` at `abc1234`.', { repository: read }],
    [
      'Settings: `.github/showwork.yml` at `abc1234`, organisation defaults from `ada/.github/.github/showwork.yml` at `9998887`.',
      { repository: read, organisation: org },
    ],
    [
      'Settings: the defaults; `ada/.github` is not there or out of this app’s reach.',
      { organisation: { kind: 'out-of-reach' } },
    ],
    [
      'Settings: `.github/showwork.yml` at `fed4321`, the last version without a mistake.',
      { repository: broken('fed4321abc') },
    ],
    ['Settings: the defaults; nothing from the organisation.', { organisation: broken(null) }],
    ['Set by the organisation, and not to be changed here: `enforse`.', { locked: [problem()] }],
  ])('%s', (line, view) => {
    const summary = summaryOf(view);
    expect(summary.slice(summary.indexOf('Where the settings come from'))).toContain(`\n\n${line}\n\n`);
  });

  test('nothing is said where nobody asked', () => {
    expect(renderCheckRun(review, PLACE).summary).not.toContain('ettings come from');
  });
});

test('hostile settings: no link, markup, mention or marker of theirs', () => {
  fc.assert(
    fc.property(hostileText, text => {
      const bad = problem({ message: text, expected: text, path: text, file: text });
      const layer = { kind: 'broken', fileName: text, problems: [bad], inForce: null } as const;
      const configuration = settingsView({
        organisation: layer,
        repository: layer,
        problemsHere: { fileName: text, problems: [bad] },
        locked: [bad],
        unmatched: [text],
      });
      const { summary, annotations } = renderCheckRun(review, PLACE, { configuration });
      expectHarmless(summary);
      for (const { title, message } of annotations) {
        expect(`${title} ${message}`).not.toMatch(ACTED_ON);
        expect(message.replaceAll('\n', '')).not.toMatch(UNSEEN);
      }
    }),
    { numRuns: 60 },
  );
});
