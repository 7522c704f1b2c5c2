import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { MAX_SARIF_RESULTS, renderSarif } from '../../src/render/sarif.ts';
import type { Report } from '../../src/review/report.ts';
import { criterion, exampleReport, missing, thin } from '../helpers/example-reports.ts';
import { hostileText } from '../helpers/hostile-text.ts';

/** The schema that code scanning validates uploads by. */
const SCHEMA = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
// The schema's pattern for languages is no regular expression in Unicode mode.
const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

function logOf(report: Report, name = 'README.md') {
  const log = JSON.parse(renderSarif([{ report, name }]));
  expect(isValid(log) ? [] : isValid.errors).toEqual([]);
  return log.runs[0];
}

describe('SARIF', () => {
  it('has a rule for each criterion and a result for what is missing or thin', () => {
    const report = exampleReport({ criteria: [criterion(), missing(), thin()] });
    const { tool, results } = logOf(report);
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'problem',
      'failures',
      'decisions',
    ]);
    expect(results).toMatchObject([
      {
        ruleId: 'failures',
        level: 'warning',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'README.md' }, region: { startLine: 60 } } },
        ],
      },
      { ruleId: 'decisions', level: 'note' },
    ]);
  });

  it('shows what the author accepts as suppressed, with the reason', () => {
    const accepted = { reason: 'The contract forbids it', source: 'readme' } as const;
    const { results } = logOf(exampleReport({ criteria: [missing({}, { accepted })] }));
    expect(results[0].suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: accepted.reason },
    ]);
  });

  it.each([
    ['.', 'README.md'],
    ['./projects/a', 'projects/a/README.md'],
    ['projects/a/', 'projects/a/README.md'],
    ['notes/README.md', 'notes/README.md'],
    ['a b/ü', 'a%20b/%C3%BC/README.md'],
  ])('says where the README of %s is, relative to where it was asked for', (name, uri) => {
    const { results } = logOf(exampleReport({ criteria: [missing()] }), name);
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it('names no alert differently when words or lines change', () => {
    const fingerprints = [
      missing(),
      missing({ text: 'Other words', place: { startLine: 2, endLine: 3 } }),
    ].map(each => logOf(exampleReport({ criteria: [each] })).results[0].partialFingerprints);
    expect(fingerprints[0]).toEqual(fingerprints[1]);
  });

  it('has at most as many results as code scanning shows', () => {
    const report = exampleReport({ criteria: [missing()] });
    const reports = Array.from({ length: MAX_SARIF_RESULTS + 1 }, () => ({ report, name: 'a' }));
    expect(JSON.parse(renderSarif(reports)).runs[0].results).toHaveLength(MAX_SARIF_RESULTS);
  });

  it('is valid for any words of strangers, and leaves them no link', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const { results } = logOf(exampleReport({ criteria: [missing({ text, question: text })] }));
        expect(results[0].message.text).not.toMatch(/(?<!\\)[[\]]/);
      }),
      { numRuns: 50 },
    );
  });
});
