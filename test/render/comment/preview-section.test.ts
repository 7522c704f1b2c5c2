import { expect, test } from '@jest/globals';
import { renderComment } from '../../../src/render/comment/render-comment.ts';
import type { SettingsPreview } from '../../../src/render/comment/settings-preview.ts';
import type { Report } from '../../../src/review/report.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import { commentInput, withoutAddresses } from '../../helpers/example-comment.ts';
import { criterion, documentedReport, exampleReport, missing, PLACE } from '../../helpers/example-reports.ts';
import { FILE, problem, settings } from '../../helpers/example-settings.ts';

/** What the comment says below the preview's heading, line by line. */
function previewLines(preview: SettingsPreview): readonly string[] {
  const { body } = renderComment(commentInput({ preview }));
  const [, section = ''] = /would do\n\n(.*?)\n\nThe rest/s.exec(body) ?? [];
  return withoutAddresses(section)
    .split('\n')
    .filter(line => line !== '');
}

function proposing(
  reports: readonly Report[],
  changed: Partial<Settings> = {},
  locked = false,
): Extract<SettingsPreview, { kind: 'readable' }> {
  return {
    kind: 'readable',
    fileName: FILE,
    now: { settings: settings(), reports: [exampleReport()] },
    proposed: { settings: settings(changed), reports },
    locked: locked ? [problem({ path: 'comments' })] : [],
  };
}

const at = (path: string) => ({ path, sha: 'b'.repeat(40), language: 'en' });
const OPENING = '`.github/showwork.yml` has no mistake.';

test('says in one line that nothing would change', () => {
  expect(previewLines(proposing([exampleReport()]))).toEqual([`${OPENING} Nothing would change.`]);
});

test('says that a file is taken away, and what holds then', () => {
  const preview = { ...proposing([exampleReport()], { enforce: true }), deleted: true } as const;
  expect(previewLines(preview)).toEqual([
    'This pull request takes `.github/showwork.yml` away. No verdict would change.',
    '- `enforce`: `false` → `true`',
  ]);
});

test('names a switch that changes no verdict', () => {
  expect(previewLines(proposing([exampleReport()], { enforce: true, branches: ['main'] }))).toEqual([
    `${OPENING} No verdict would change.`,
    '- `enforce`: `false` → `true`',
    '- `branches`: `**` → `main`',
  ]);
});

test('shows type and verdicts now and with the change, and each difference', () => {
  const accepted = missing({}, { accepted: { reason: 'Private.', source: 'config' } });
  const more = criterion({ id: 'ethics', title: 'Ethics', counted: false, verdict: 'missing', evidence: [] });
  const criteria = [
    ...exampleReport().criteria.map(each => (each.id === 'failures' ? accepted : each)),
    more,
  ].filter(({ id }) => id !== 'learned');
  const projectType = { id: 'ml-pipeline', declared: true, evidence: [] };
  expect(previewLines(proposing([exampleReport({ criteria, projectType })]))).toEqual([
    `${OPENING} These verdicts now, these with your change:`,
    '| README | Now | With your change |',
    '|---|---|---|',
    '| `README.md` | an LLM application · 4 of 5 documented | an ML pipeline · 5 of 5 documented |',
    '- What did not work: ○ missing → ◉ accepted (read as missing)',
    '- Ethics: not read → ○ missing (not counted)',
    '- What was learned: ◐ thin → not read',
  ]);
});

test('names READMEs that would come or go, and counts those that stay', () => {
  const preview = proposing([exampleReport(), documentedReport({ readme: at('b/README.md') })]);
  expect(previewLines(preview)).toContain(
    '| `b/README.md` | not read | an LLM application · 5 of 5 documented |',
  );
  expect(previewLines(preview)).toContain('1 README reads as now.');
  expect(previewLines(proposing([]))).toContain(
    '| `README.md` | an LLM application · 4 of 5 documented | not read |',
  );
});

test('names what the organisation has locked', () => {
  expect(previewLines(proposing([exampleReport()], {}, true))).toContain(
    'Set by the organisation, and not to be changed here: `comments`.',
  );
});

test('tells the mistakes with their lines, and what would then hold', () => {
  const problems = [
    problem(),
    problem({ line: 7, message: '`branches` does not fit.', expected: 'a list' }),
  ] as const;
  const preview = { kind: 'broken', fileName: FILE, problems } as const;
  expect(previewLines(preview)).toEqual([
    '`.github/showwork.yml` has 2 mistakes. Merged like this, it would be left aside, and what is in force now would stay.',
    '- [line 3]: Unknown key `enforse`: did you mean `enforce`? Expected: one of enabled, enforce.',
    '- [line 7]: `branches` does not fit. Expected: a list.',
  ]);
  expect(renderComment(commentInput({ preview })).body).toContain(
    `[line 7](https://github.example/ada/tenancy-answers/blob/${PLACE.headSha}/.github/showwork.yml?plain=1#L7)`,
  );
});

test('does not say that the pull request changes nothing above what its settings would change', () => {
  const { body } = renderComment(
    commentInput({
      delta: { since: 'a', readmes: [] },
      preview: proposing([exampleReport()], { enforce: true }),
    }),
  );
  expect(body).toContain('**No README reads differently.**');
});
