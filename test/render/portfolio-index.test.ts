import { describe, expect, test } from '@jest/globals';
import { renderCheckRun } from '../../src/render/check-run.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Report } from '../../src/review/report.ts';
import {
  documentedReport,
  exampleReport,
  indexReport,
  outcomeUnsaid,
  PLACE,
} from '../helpers/example-reports.ts';

function runOf(...reports: [Report, ...Report[]]) {
  return renderCheckRun({ kind: 'reviewed', reports }, PLACE, { enforce: true });
}

test('an index that says each project’s problem and outcome is a success, whatever its own criteria', () => {
  const run = runOf(indexReport());
  expect(run.title).toBe('Portfolio index: every project says its problem and outcome');
  expect(run.conclusion).toBe('success');
  expect(run.summary).toContain('An index is read for its entries');
  expect(run.summary).not.toMatch(/What did not work|<details>|Next step/);
});

test('what an index may still say is its next step, with the question and the line', () => {
  const run = runOf(indexReport({ notes: [outcomeUnsaid()] }));
  expect(run.title).toBe(
    'Portfolio index: some projects could say more · next: say in a line what came of each project',
  );
  expect(run.conclusion).toBe('neutral');
  expect(run.summary).toMatch(
    /^1\. Entries that say .*: 1 of 2\..* In one line each, what was the result\? \(\[line 7\]/m,
  );
  expect(run.annotations).toMatchObject([{ level: 'notice', title: 'Portfolio index', startLine: 7 }]);
});

test('an index without links is told so', () => {
  const note = { kind: 'actionable', code: 'portfolio-no-links', text: 'None is linked.' } as const;
  expect(runOf(indexReport({ notes: [note] })).title).toBe(
    'Portfolio index: no project is linked yet · next: link each project to its folder or repository',
  );
});

describe('among several READMEs', () => {
  const open = indexReport({ notes: [outcomeUnsaid()] });
  test.each<[string, [Report, ...Report[]]]>([
    [
      '2 READMEs · lowest: 4 of 5 documented in README.md · next: say what did not work',
      [open, exampleReport()],
    ],
    [
      '2 READMEs · every project documented · next in index.md: say in a line what came of each project',
      [open, documentedReport()],
    ],
    ['2 READMEs · all documented', [indexReport(), documentedReport()]],
  ])('%s', (title, reports) => {
    expect(runOf(...reports).title).toBe(title);
  });

  test('what the projects lack stands before what the index lacks, among steps and annotations', () => {
    const run = runOf(open, exampleReport());
    expect(run.summary).toMatch(/^1\. Say what did not work/m);
    expect(run.summary).toMatch(/^2\. Entries that say/m);
    expect(run.annotations.map(({ title }) => title)).toEqual([
      'What did not work: missing',
      'Portfolio index',
    ]);
  });
});

test('the terminal says the same', () => {
  const same = (text: string) => text;
  const paint = { bold: same, dim: same, green: same, yellow: same, cyan: same };
  const text = renderTerminal(indexReport({ notes: [outcomeUnsaid()] }), { paint, width: 80 });
  expect(text).toContain('index.md · Portfolio index: some projects could say more');
  expect(text).toContain('Entries that say');
  expect(text).not.toContain('What did not work');
});
