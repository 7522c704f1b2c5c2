import { describe, expect, test } from '@jest/globals';
import { MAX_ANNOTATION_BYTES, MAX_ANNOTATION_TITLE } from '../../src/render/annotation.ts';
import { annotate, MAX_ANNOTATIONS } from '../../src/render/annotations.ts';
import { byteLength } from '../../src/render/plain-text.ts';
import { criterion, exampleReport, missing, notAssessed, thin } from '../helpers/example-reports.ts';

function annotationsOf(...criteria: Parameters<typeof exampleReport>[0][]): readonly string[] {
  const { shown } = annotate(criteria.map(exampleReport));
  return shown.map(({ path, startLine, level, title }) => `${path}:${startLine} ${level} ${title}`);
}

test('missing warns where the section belongs, thin is a notice at its lines', () => {
  expect(annotationsOf({ criteria: [thin(), missing()] })).toEqual([
    'README.md:60 warning What did not work: missing',
    'README.md:20 notice Decisions: thin',
  ]);
});

test('the next step comes first, what does not count says nothing', () => {
  const criteria = [
    missing({}, { id: 'learned', title: 'Learned', counted: false }),
    missing({}, { id: 'problem', title: 'Problem' }),
    missing({}, { id: 'failures', title: 'Failures' }),
  ];
  expect(annotationsOf({ criteria })).toEqual([
    'README.md:60 warning Failures: missing',
    'README.md:60 warning Problem: missing',
  ]);
});

test.each([
  ['present', criterion()],
  ['not assessed', notAssessed('Unsure.')],
  ['accepted', missing({}, { accepted: { reason: 'Private.', source: 'readme' } })],
])('%s says nothing beside the lines', (_, each) => {
  expect(annotationsOf({ criteria: [each] })).toEqual([]);
});

test('an empty README has no line to say anything beside', () => {
  const { findings } = missing();
  const placeless = findings.map(({ place: _, ...finding }) => finding);
  expect(annotationsOf({ criteria: [missing({}, { findings: placeless })] })).toEqual([]);
});

describe('at the edge of GitHub’s limits', () => {
  const readmes = (count: number) =>
    Array.from({ length: count }, () => exampleReport({ criteria: [missing()] }));

  test('a hundred are shown', () => {
    expect(annotate(readmes(MAX_ANNOTATIONS))).toMatchObject({ leftOut: 0 });
  });

  test('of a hundred and one, a hundred are shown and one is counted', () => {
    const { shown, leftOut } = annotate(readmes(MAX_ANNOTATIONS + 1));
    expect([shown.length, leftOut]).toEqual([100, 1]);
  });

  test('the longest words still fit', () => {
    const long = '😀'.repeat(100_000);
    const wordy = missing({ text: long, question: long, lookedFor: [long, long] }, { title: long });
    const [annotation] = annotate([exampleReport({ criteria: [wordy] })]).shown;
    expect(byteLength(annotation?.message ?? '')).toBeLessThanOrEqual(MAX_ANNOTATION_BYTES);
    expect(byteLength(annotation?.message ?? '')).toBeGreaterThan(MAX_ANNOTATION_BYTES - 100);
    expect([...(annotation?.title ?? '')]).toHaveLength(MAX_ANNOTATION_TITLE);
  });
});
