import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { judge } from '../../src/engine/judge.ts';
import type { CriterionResult, LineRange, Report, Verdict } from '../../src/review/report.ts';
import { requestFor } from './requests.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const READMES = ['learner', ...readdirSync(join(FIXTURES, 'readmes')).map(name => join('readmes', name))].map(
  folder => [folder, readFileSync(join(FIXTURES, folder, 'README.md'), 'utf8')] as const,
);

const LEVELS: Record<Verdict, number> = { 'not-assessed': 0, missing: 0, thin: 1, present: 2 };

const yardstick = { rubrics: readBuiltinRubrics(), engineVersion: '0.0.0' };

/** `declaredType` keeps the type, and so the criteria, while lines go. */
function read(text: string, declaredType?: string): Report {
  return judge(requestFor(text, declaredType === undefined ? {} : { declaredType }), yardstick);
}

/** The text with the lines emptied, so that all others keep their numbers. */
function without(text: string, ranges: readonly LineRange[]): string {
  const isCited = (line: number) =>
    ranges.some(({ startLine, endLine }) => startLine <= line && line <= endLine);
  return text
    .split('\n')
    .map((line, index) => (isCited(index + 1) ? '' : line))
    .join('\n');
}

function isInside(range: LineRange, ranges: readonly LineRange[]): boolean {
  return ranges.some(({ startLine, endLine }) => startLine <= range.startLine && range.endLine <= endLine);
}

test.each(READMES)('%s: each verdict stands on the lines it cites', (_, text) => {
  const { criteria, projectType } = read(text);
  const cited = criteria.filter(({ evidence }) => evidence.length > 0);
  for (const { id, verdict, evidence } of cited) {
    const after = read(without(text, evidence), projectType.id).criteria.find(
      criterion => criterion.id === id,
    );
    expect(after).toBeDefined();
    expect({ id, ...standsOnOtherLines(after, evidence) }).not.toEqual({ id, verdict, others: false });
    expect(LEVELS[after?.verdict ?? 'missing']).toBeLessThanOrEqual(LEVELS[verdict]);
  }
});

/** The verdict, and whether it cites any line beyond those taken out. */
function standsOnOtherLines(
  criterion: CriterionResult | undefined,
  takenOut: readonly LineRange[],
): { verdict: Verdict | undefined; others: boolean } {
  const others = criterion?.evidence.some(range => !isInside(range, takenOut)) ?? false;
  return { verdict: criterion?.verdict, others };
}

test.each(READMES)('%s: evidence lies in the file, at most three ranges and twenty lines', (_, text) => {
  const lineCount = text.split('\n').length;
  for (const { evidence, verdict } of read(text).criteria) {
    expect(evidence.length > 0).toBe(verdict === 'thin' || verdict === 'present');
    expect(evidence.length).toBeLessThanOrEqual(3);
    const lines = evidence.reduce((sum, { startLine, endLine }) => sum + endLine - startLine + 1, 0);
    expect(lines).toBeLessThanOrEqual(20);
    for (const { startLine, endLine } of evidence) {
      expect(startLine).toBeGreaterThanOrEqual(1);
      expect(endLine).toBeGreaterThanOrEqual(startLine);
      expect(endLine).toBeLessThanOrEqual(lineCount);
    }
  }
});
