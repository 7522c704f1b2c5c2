import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_LINES, MAX_RANGES } from '../../src/review/choose-evidence.ts';
import type { Report } from '../../src/review/report.ts';
import { baseRubric } from './base-rubric.ts';
import { judgeText, verdictsOf } from './read.ts';
import { BARE, INDEX, THOROUGH, UNRELATED } from './readmes.ts';

const LEVEL: Record<string, number> = { missing: 0, thin: 1, present: 2 };
const README = fc.constantFrom(THOROUGH, BARE, INDEX, UNRELATED);

const line = fc.oneof(
  fc.constantFrom(
    '# A',
    '## Results',
    '## Problem',
    '- item',
    '> quote',
    '| a | b |',
    '|---|---|',
    '```',
    '<div>',
    '',
    '![x](y.png)',
    'We chose it because it failed.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const anyReadme = fc.array(line, { maxLength: 40 }).map(lines => lines.join('\n'));

function rangesOf(report: Report) {
  const evidence = report.criteria.flatMap(criterion => criterion.evidence);
  const places = [
    ...report.criteria.flatMap(({ findings }) => findings),
    ...report.notes,
    ...report.nextSteps,
  ].map(({ place }) => place);
  return [...evidence, ...places.filter(place => place !== undefined)];
}

describe('any text', () => {
  test('gives a report whose lines lie in the file and whose evidence is bounded', () => {
    fc.assert(
      fc.property(anyReadme, text => {
        const report = judgeText(text);
        const lines = text.split('\n').length;
        for (const { startLine, endLine } of rangesOf(report)) {
          expect(startLine).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          expect(endLine).toBeLessThanOrEqual(Math.max(1, lines));
        }
        for (const { evidence, verdict } of report.criteria) {
          const cited = evidence.reduce((sum, { startLine, endLine }) => sum + endLine - startLine + 1, 0);
          expect(evidence.length).toBeLessThanOrEqual(MAX_RANGES);
          expect(cited).toBeLessThanOrEqual(MAX_LINES);
          expect(evidence.length > 0).toBe(verdict === 'thin' || verdict === 'present');
        }
        expect(report.nextSteps.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('gives the same bytes again', () => {
    fc.assert(
      fc.property(anyReadme, text => {
        expect(JSON.stringify(judgeText(text))).toBe(JSON.stringify(judgeText(text)));
      }),
      { numRuns: 30 },
    );
  });
});

test('line ends change no verdict', () => {
  expect(verdictsOf(judgeText(THOROUGH.replaceAll('\n', '\r\n')))).toEqual(verdictsOf(judgeText(THOROUGH)));
});

describe('what says nothing raises nothing', () => {
  const rubric = baseRubric();
  const copied = rubric.criteria
    .flatMap(({ question, whyItMatters, wording, examples }) => [
      question,
      whyItMatters,
      wording.missing,
      examples.strong,
    ])
    .join('\n\n');
  const emptyHeadings = rubric.criteria.map(({ title }) => `## ${title}\n`).join('\n');

  test.each([
    ['empty headings', emptyHeadings],
    ['text copied from the rubric', `## Notes\n\n${copied}`],
    ['badges', '![build](https://img.shields.io/badge/accuracy-99%25-green)'],
    ['code', '```python\n# we chose it because it failed with accuracy 0.99\naccuracy = 0.99\n```'],
    ['comments', '<!-- We chose BM25 because it reaches 0.99 accuracy; the other attempt failed. -->'],
  ])('%s', (_case, added) => {
    fc.assert(
      fc.property(README, readme => {
        const before = verdictsOf(judgeText(readme));
        const after = verdictsOf(judgeText(`${readme}\n\n${added}\n`));
        for (const [id, verdict] of Object.entries(after)) {
          expect([id, LEVEL[verdict]]).toEqual([id, LEVEL[before[id] ?? '']]);
        }
      }),
    );
  });
});

test('headings taken away turn nothing that is present into missing', () => {
  const flat = THOROUGH.replaceAll(/^## .*$/gm, '');
  const before = verdictsOf(judgeText(THOROUGH));
  const after = verdictsOf(judgeText(flat));
  for (const [id, verdict] of Object.entries(before)) {
    if (verdict === 'present') expect([id, after[id]]).not.toEqual([id, 'missing']);
  }
});

test('taking the cited lines away lowers the verdict or cites others', () => {
  const report = judgeText(THOROUGH);
  for (const { id, verdict, evidence } of report.criteria) {
    const lines = THOROUGH.split('\n');
    for (const { startLine, endLine } of evidence) lines.fill('', startLine - 1, endLine);
    const after = judgeText(lines.join('\n')).criteria.find(criterion => criterion.id === id);
    const cites = after?.evidence.map(({ quote }) => quote);
    const lower = (LEVEL[after?.verdict ?? ''] ?? 0) < (LEVEL[verdict] ?? 0);
    expect([
      id,
      lower || JSON.stringify(cites) !== JSON.stringify(evidence.map(({ quote }) => quote)),
    ]).toEqual([id, true]);
  }
});
