import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderCheckRun } from '../../src/render/check-run.ts';
import type { CheckRunView } from '../../src/render/check-run-page.ts';
import { renderCheckRunPage } from '../../src/render/check-run-page.ts';
import { documentedReport, exampleReport, missing, PLACE, thin } from '../helpers/example-reports.ts';
import { UNSEEN } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';

const README = Array.from({ length: 62 }, (_, index) => `Line ${index + 1} of the README`).join('\n');

function view(overrides: Partial<CheckRunView> = {}): CheckRunView {
  return {
    repository: 'ada/tenancy-answers',
    headSha: PLACE.headSha,
    occasion: 'push to main',
    run: renderCheckRun(
      { kind: 'reviewed', reports: [exampleReport({ criteria: [thin(), missing()] })] },
      PLACE,
    ),
    summaryHtml: '<p>The summary</p>',
    files: [{ path: 'README.md', text: README }],
    ...overrides,
  };
}

test('shows title, summary, button, and annotations after the lines they speak of', () => {
  const page = renderCheckRunPage([view()]);
  expect(page).toContain('<h1>0 of 2 documented · next: say what did not work</h1>');
  expect(page).toContain('<p>The summary</p>');
  expect(page).toContain('Re-review</span>');
  expect(page).toContain('Annotations: 1 warning and 1 notice');
  const order = [
    'Line 20 of',
    'Decisions: thin',
    'Line 21 of',
    'Line 60 of',
    'What did not work: missing',
    'Line 61 of',
  ];
  const places = order.map(text => page.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('an annotation below the last line stands after the last line', () => {
  const page = renderCheckRunPage([view({ files: [{ path: 'README.md', text: 'only\n' }] })]);
  expect(page).toContain('What did not work: missing');
});

test('says when nothing is beside the lines, and follows one run with the next', () => {
  const run = renderCheckRun({ kind: 'reviewed', reports: [documentedReport({ criteria: [] })] }, PLACE);
  const page = renderCheckRunPage([view(), view({ run, occasion: 'pull request #1' })]);
  expect(page).toContain('No annotations');
  expect(page.split('<article').length).toBe(3);
});

test('nothing of a README becomes markup or runs', () => {
  const shape = (page: string) => (page.match(/<[a-z/!][^>\s]*/gi) ?? []).join(' ');
  const expected = shape(renderCheckRunPage([view({ files: [{ path: 'x', text: 'a' }] })]));
  fc.assert(
    fc.property(hostileText, text => {
      const line = text.replaceAll(/[\r\n]/g, ' ') || 'a';
      const page = renderCheckRunPage([
        view({ repository: text, occasion: text, files: [{ path: `${text}x`, text: line }] }),
      ]);
      expect(shape(page)).toBe(expected);
      expect(page.replaceAll('\n', '')).not.toMatch(UNSEEN);
    }),
  );
});
