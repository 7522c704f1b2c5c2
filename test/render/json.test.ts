import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderJson, renderJsonLine } from '../../src/render/json.ts';
import { exampleReport } from '../helpers/example-reports.ts';

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

test('a report is one line that reads back as itself', () => {
  const report = exampleReport();
  const line = renderJsonLine(report);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual(report);
});

test('the order in which a report was put together does not show', () => {
  const report = exampleReport();
  const other = { ...report, ...(reversed(report) as typeof report) };
  expect(renderJsonLine(other)).toBe(renderJsonLine(report));
});

test('the keys stand in the contract’s order', () => {
  const line = renderJsonLine(exampleReport());
  expect(Object.keys(JSON.parse(line))).toEqual([
    'schemaVersion',
    'engineVersion',
    'model',
    'rubric',
    'readme',
    'projectType',
    'flags',
    'criteria',
    'nextSteps',
    'notes',
  ]);
  expect(Object.keys(JSON.parse(line).criteria[3].findings[0])).toEqual([
    'kind',
    'code',
    'text',
    'question',
    'place',
    'lookedFor',
  ]);
});

test('several reports are one array', () => {
  const reports = [exampleReport(), exampleReport({ engineVersion: '0.2.0' })];
  expect(JSON.parse(renderJson(reports))).toEqual(reports);
  expect(renderJson(reports).endsWith(']\n')).toBe(true);
});

test('any text in a report survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), quote => {
      const report = exampleReport({ readme: { path: quote, sha: 'a', language: 'en' } });
      expect(JSON.parse(renderJsonLine(report))).toEqual(report);
    }),
  );
});
