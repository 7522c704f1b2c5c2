import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_JOB_SUMMARY_BYTES, renderJobSummary, renderMarkdown } from '../../src/render/markdown-report.ts';
import { byteLength } from '../../src/render/plain-text.ts';
import { exampleReport, hostileReport } from '../helpers/example-reports.ts';
import { expectHarmless } from '../helpers/expect-harmless.ts';
import { hostileText } from '../helpers/hostile-text.ts';
import { typesOf } from '../helpers/parse-markdown.ts';

test('is the check run’s summary without addresses and without its foot', () => {
  const text = renderMarkdown(exampleReport());
  expect(text).toContain('**4 of 5 documented** in `README.md`');
  expect(text).toContain('| **The problem** | ● present | lines 3–5 |');
  expect(typesOf(text).has('link')).toBe(false);
  expect(text).not.toContain('GitHub Apps');
});

describe('the summary of a job', () => {
  const named = (name: string) => ({ report: exampleReport(), name });

  test('has every README under its name, and says once what judged', () => {
    const text = renderJobSummary([named('a'), named('b')]);
    expect(text.match(/^## .*$/gm)).toEqual(['## `a`', '## `b`']);
    expect(text.match(/Rubric `llm-application`/g)).toHaveLength(1);
    expect(renderJobSummary([])).toBe('No README was reviewed.\n');
  });

  test('stays within what GitHub shows, and says what was cut', () => {
    const one = byteLength(renderJobSummary([named('a')]));
    const many = Array.from({ length: Math.ceil((2 * MAX_JOB_SUMMARY_BYTES) / one) }, () => named('a'));
    const text = renderJobSummary(many);
    expect(byteLength(text)).toBeLessThanOrEqual(MAX_JOB_SUMMARY_BYTES);
    expect(byteLength(text)).toBeGreaterThan(MAX_JOB_SUMMARY_BYTES - 2 * one);
    expect(text).toMatch(
      /\*\*Cut here\.\*\* GitHub shows at most 1 MiB; \d+ parts of this review did not fit\./,
    );
  });

  test('is harmless, whatever strangers wrote', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expectHarmless(renderJobSummary([{ report: hostileReport(text, text), name: text }]));
      }),
      { numRuns: 50 },
    );
  });
});
