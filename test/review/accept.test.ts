import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import type { SaidElsewhere } from '../../src/review/accept.ts';
import { isDocumented, type Report } from '../../src/review/report.ts';
import { review } from '../../src/review/review.ts';
import { criterionOf } from './read.ts';
import { BARE, SPANISH, THOROUGH, UNRELATED } from './readmes.ts';

const rubrics = readBuiltinRubrics();

function judge(text: string, accepted: readonly SaidElsewhere[] = [], declaredType = 'ml-pipeline'): Report {
  return review({
    outline: readOutline(text),
    facts: readFacts({ name: 'ada/x', paths: ['README.md'], pathsTruncated: false, manifests: [] }),
    rubrics,
    readme: { path: 'README.md', sha: 'b'.repeat(40) },
    engineVersion: '0.0.0',
    declaredType,
    accepted,
  });
}

const written = (criterion: string, reason: string) =>
  `\n<!-- showwork: accept ${criterion} because ${reason} -->\n`;
const BY_COMMENT: SaidElsewhere = { criterion: 'failures', reason: 'said in a comment', source: 'comment' };
const BY_CONFIG: SaidElsewhere = { criterion: 'failures', reason: 'said in the settings', source: 'config' };

describe('what the author accepts', () => {
  test('stands beside the verdict and counts as documented', () => {
    const failures = criterionOf(judge(BARE + written('failures', 'the data is private')), 'failures');
    expect(failures).toMatchObject({
      verdict: 'missing',
      accepted: { reason: 'the data is private', source: 'readme' },
    });
    expect(isDocumented(failures)).toBe(true);
  });

  test('is named by id, by title or by its first letters', () => {
    for (const name of ['failures', 'What did not work', 'FAIL']) {
      expect(criterionOf(judge(BARE + written(name, 'x')), 'failures').accepted?.reason).toBe('x');
    }
  });

  test('holds as the README says it, else as it was said first elsewhere', () => {
    const all = judge(BARE + written('failures', 'said here'), [BY_COMMENT, BY_CONFIG]);
    expect(criterionOf(all, 'failures').accepted).toEqual({ reason: 'said here', source: 'readme' });
    const [comment, config] = [judge(BARE, [BY_COMMENT, BY_CONFIG]), judge(BARE, [BY_CONFIG, BY_COMMENT])];
    expect(criterionOf(comment, 'failures').accepted).toEqual({
      reason: 'said in a comment',
      source: 'comment',
    });
    expect(criterionOf(config, 'failures').accepted).toEqual({
      reason: 'said in the settings',
      source: 'config',
    });
  });

  test('the first that the README says of a criterion holds', () => {
    const report = judge(BARE + written('failures', 'one') + written('what did not work', 'two'));
    expect(criterionOf(report, 'failures').accepted?.reason).toBe('one');
  });

  test('is not needed where it is present', () => {
    const report = judge(THOROUGH + written('failures', 'x'), [BY_COMMENT]);
    expect(criterionOf(report, 'failures')).toEqual(criterionOf(judge(THOROUGH), 'failures'));
  });

  test('is no next step; the ones behind it move up', () => {
    const before = judge(BARE).nextSteps.map(({ criterion }) => criterion);
    const [first = '', ...others] = before;
    const after = judge(BARE, [{ criterion: first, reason: 'x', source: 'config' }]).nextSteps;
    expect(before).toHaveLength(3);
    expect(after).toHaveLength(3);
    expect(after.map(({ criterion }) => criterion)).toEqual(expect.arrayContaining(others));
    expect(after.map(({ criterion }) => criterion)).not.toContain(first);
  });

  test('keeps its remarks, and presses nobody with them', () => {
    const before = criterionOf(judge(BARE), 'failures').findings;
    const after = criterionOf(judge(BARE, [BY_COMMENT]), 'failures').findings;
    expect(before.map(({ kind }) => kind)).toEqual(['essential']);
    expect(after).toEqual(before.map(finding => ({ ...finding, kind: 'informative' })));
  });

  test('may be what the project type adds', () => {
    const report = judge(BARE + written('choice of metric', 'there is one'));
    expect(criterionOf(report, 'metric-choice').accepted?.reason).toBe('there is one');
  });

  test('stands where nothing could be told, too', () => {
    const polish =
      'Ten projekt pomaga pasażerom nocnych autobusów, którzy czekają na przystanku, bo rozkład jazdy jest zły.\n';
    const report = judge(polish.repeat(3) + written('failures', 'x'));
    expect(criterionOf(report, 'failures')).toMatchObject({
      verdict: 'not-assessed',
      accepted: { reason: 'x' },
    });
    expect(report.notes.map(({ code }) => code)).toEqual(['language-without-lexicon']);
  });
});

describe('a name that is no criterion’s', () => {
  const codesOf = (report: Report) => report.notes.map(({ code }) => code);

  test('is told with its line and what was perhaps meant', () => {
    expect(judge(`${BARE}${written('failurse', 'x')}`).notes).toEqual([
      {
        kind: 'informative',
        code: 'acceptance-unknown',
        text: 'Line 15 accepts “failurse”, which is no criterion of this review: did you mean `failures`?',
        place: { startLine: 15, endLine: 15 },
      },
    ]);
  });

  test('is told where nothing is near, or two are', () => {
    const [far] = judge(BARE + written('the weather', 'x')).notes;
    expect(far?.text).toMatch(/“the weather”, which is no criterion of this review\.$/);
    expect(codesOf(judge(BARE + written('what', 'x')))).toEqual(['acceptance-unknown']);
  });

  test('is no mistake where another project type has it', () => {
    const metric = written('metric-choice', 'x');
    expect(codesOf(judge(UNRELATED + metric, [], 'other'))).toEqual(['type-other']);
    expect(codesOf(judge(BARE + metric, [], 'llm-application'))).toEqual([]);
  });

  test('that was said elsewhere is left to whoever let it in', () => {
    expect(judge(BARE, [{ ...BY_CONFIG, criterion: 'the weather' }])).toEqual(judge(BARE));
  });
});

test('no acceptance changes a verdict or its lines', () => {
  const said = fc.record({
    criterion: fc.constantFrom(
      'problem',
      'approach',
      'decisions',
      'failures',
      'outcome',
      'learned',
      'nothing',
    ),
    reason: fc.string({ minLength: 1, maxLength: 40 }),
    source: fc.constantFrom('comment' as const, 'config' as const),
  });
  fc.assert(
    fc.property(fc.constantFrom(BARE, SPANISH, THOROUGH, UNRELATED), fc.array(said), (text, accepted) => {
      const verdictsIn = (report: Report) =>
        report.criteria.map(({ id, verdict, evidence }) => ({ id, verdict, evidence }));
      const report = judge(text, accepted);
      expect(verdictsIn(report)).toEqual(verdictsIn(judge(text)));
      for (const { criterion } of report.nextSteps) {
        expect(isDocumented(criterionOf(report, criterion))).toBe(false);
      }
    }),
    { numRuns: 50 },
  );
});
