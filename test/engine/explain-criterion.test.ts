import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { explainCriterion } from '../../src/engine/explain-criterion.ts';
import { judge } from '../../src/engine/judge.ts';
import { MAX_LINES, MAX_RANGES } from '../../src/review/choose-evidence.ts';
import { RubricChanges } from '../../src/rubric/rubric-changes.ts';
import { BARE, THOROUGH } from '../review/readmes.ts';
import { requestFor, TIDES } from './requests.ts';

const YARDSTICK = readBuiltinYardstick();
const declared = (text: string, declaredType = 'ml-pipeline') => requestFor(text, { declaredType });

describe('a criterion is explained', () => {
  test('in the words of its rubric', () => {
    const criterion = YARDSTICK.rubrics.base.criteria.find(({ id }) => id === 'failures');
    expect(explainCriterion(declared(TIDES), YARDSTICK, 'failures')).toEqual({
      id: 'failures',
      title: criterion?.title,
      question: criterion?.question,
      whyItMatters: criterion?.whyItMatters,
      weak: criterion?.examples.weak,
      strong: criterion?.examples.strong,
      lookedFor: criterion?.lookedFor,
      considered: expect.any(Array),
    });
  });

  test.each(['What did not work', 'FAILURES', 'fail'])('by the name %s', name => {
    expect(explainCriterion(declared(TIDES), YARDSTICK, name)?.id).toBe('failures');
  });

  test('by the rubric of the project’s type', () => {
    expect(explainCriterion(declared(TIDES), YARDSTICK, 'metric-choice')?.title).toBe('Choice of metric');
    expect(explainCriterion(declared(TIDES, 'llm-application'), YARDSTICK, 'metric-choice')).toBeNull();
  });

  test('by the rubric as it was changed', () => {
    const rubricChanges = RubricChanges.parse({ wording: { failures: { missing: 'What broke?' } } });
    const request = { ...declared(TIDES), rubricChanges };
    expect(explainCriterion(request, YARDSTICK, 'failures')?.id).toBe('failures');
  });

  test.each([
    ['no criterion has the name', declared(TIDES), 'the weather'],
    ['the README is not read', requestFor(TIDES, { path: 'README.rst' }), 'failures'],
  ])('not where %s', (_why, request, name) => {
    expect(explainCriterion(request, YARDSTICK, name)).toBeNull();
  });
});

describe('the lines that came nearest', () => {
  const considered = (text: string, name: string) =>
    explainCriterion(declared(text), YARDSTICK, name)?.considered ?? [];

  test('hold the lines that are cited, where there are any', () => {
    for (const { id, evidence } of judge(declared(THOROUGH), YARDSTICK).criteria) {
      const [first] = evidence;
      if (first === undefined) continue;
      const holds = ({ startLine, endLine }: { startLine: number; endLine: number }) =>
        startLine <= first.endLine && endLine >= first.startLine;
      expect([id, considered(THOROUGH, id).some(holds)]).toEqual([id, true]);
    }
  });

  test('the best comes first', () => {
    expect(considered(TIDES, 'failures')[0]).toEqual({ startLine: 12, endLine: 12 });
  });

  test('are told where it is missing, too', () => {
    expect(considered(BARE, 'failures').length).toBeGreaterThan(0);
  });

  test('are none in an empty README', () => {
    expect(considered('', 'failures')).toEqual([]);
  });

  test('are bounded and lie in the file, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom('# Bus', '## Results', '## What did not work', '', '- item', '```', '| a | b |'),
      fc.constantFrom('We tried it first and dropped it, because it failed.', '**Goal:** x **Why:** y'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('failures', 'learned'), (lines, id) => {
        const text = lines.join('\n');
        const ranges = considered(text, id);
        expect(ranges.length).toBeLessThanOrEqual(MAX_RANGES);
        expect(new Set(ranges.map(range => JSON.stringify(range))).size).toBe(ranges.length);
        for (const { startLine, endLine } of ranges) {
          expect(startLine).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          expect(endLine).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
          expect(endLine - startLine).toBeLessThan(MAX_LINES);
        }
      }),
      { numRuns: 60 },
    );
  });
});
