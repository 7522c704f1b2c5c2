import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, type Snapshot, type StoodCriterion, snapshotOf } from '../../src/review/delta.ts';
import type { Report, Verdict } from '../../src/review/report.ts';
import { criterion, documentedReport, exampleReport } from '../helpers/example-reports.ts';

const BEFORE = '1'.repeat(40);
const AFTER = '2'.repeat(40);
const sha = (digit: string) => digit.repeat(40);

type Standing = readonly [Verdict, 'accepted'?];

/** A README with one criterion, `failures`, that stands like this. */
function standing(
  [verdict, accepted]: Standing,
  { text = 'a', path = 'README.md', engineVersion = '1.0.0', counted = true } = {},
): Report {
  const failures = criterion({
    id: 'failures',
    title: 'What did not work',
    counted,
    verdict,
    ...(accepted === undefined ? {} : { accepted: { reason: 'Private data.', source: 'readme' } }),
  });
  return exampleReport({
    engineVersion,
    readme: { path, sha: sha(text), language: 'en' },
    criteria: [failures],
  });
}

function between(before: Report | readonly Report[], after: Report | readonly Report[]) {
  return compare(snapshotOf(BEFORE, [before].flat()), snapshotOf(AFTER, [after].flat()));
}

/** What became of the one criterion of a README whose text changed. */
function changeOf(before: Standing, after: Standing): string | null {
  const [readme] = between(standing(before), standing(after, { text: 'b' })).readmes;
  return readme?.changes[0]?.kind ?? null;
}

describe('a snapshot', () => {
  test('keeps of each README what a later review is compared with', () => {
    expect(snapshotOf(BEFORE, [standing(['missing', 'accepted'])])).toEqual({
      headSha: BEFORE,
      readmes: [
        {
          path: 'README.md',
          sha: sha('a'),
          judge: expect.stringMatching(/^[0-9a-f]{16}$/),
          criteria: [
            {
              id: 'failures',
              title: 'What did not work',
              counted: true,
              verdict: 'missing',
              accepted: true,
            },
          ],
        },
      ],
    });
  });

  test.each<[string, Partial<Report>]>([
    ['engine', { engineVersion: '9.9.9' }],
    ['model', { model: { version: '2', digest: 'f'.repeat(64) } }],
    ['rubric', { rubric: { id: 'llm-application', version: '1.0.0', digest: 'e'.repeat(64) } }],
    ['project type', { projectType: { id: 'ml-pipeline', declared: true, evidence: [] } }],
  ])('names another judge for another %s', (_what, changed) => {
    const judgeOf = (report: Report) => snapshotOf(BEFORE, [report]).readmes[0]?.judge;
    expect(judgeOf(exampleReport(changed))).not.toBe(judgeOf(exampleReport()));
  });

  test('lists nothing of a README that is no project of a known type', () => {
    const other = exampleReport({ projectType: { id: 'other', declared: false, evidence: [] } });
    expect(snapshotOf(BEFORE, [other]).readmes[0]?.criteria).toEqual([]);
    expect(between(other, documentedReport()).readmes[0]).toMatchObject({ changes: [], unchanged: 0 });
  });
});

describe('a criterion', () => {
  test.each<[Standing, Standing, string | null]>([
    [['missing'], ['thin'], 'progressed'],
    [['missing'], ['present'], 'documented'],
    [['thin'], ['present'], 'documented'],
    [['thin'], ['thin', 'accepted'], 'documented'],
    [['not-assessed'], ['missing', 'accepted'], 'documented'],
    [['present'], ['thin'], 'regressed'],
    [['thin'], ['missing'], 'regressed'],
    [['missing', 'accepted'], ['missing'], 'regressed'],
    [['not-assessed', 'accepted'], ['thin'], 'regressed'],
    // What counts as documented on both sides is settled.
    [['missing', 'accepted'], ['present'], null],
    [['present'], ['thin', 'accepted'], null],
    [['thin', 'accepted'], ['missing', 'accepted'], null],
    [['not-assessed', 'accepted'], ['present'], null],
    // What could not be told is no change.
    [['not-assessed'], ['present'], 'documented'],
    [['present'], ['not-assessed'], 'regressed'],
    [['missing'], ['not-assessed'], null],
    [['missing'], ['missing'], null],
  ])('that was %s and is %s: %s', (before, after, kind) => {
    expect(changeOf(before, after)).toBe(kind);
  });

  test('that does not count is told too, and is not counted as unchanged', () => {
    const uncounted = { counted: false };
    const risen = between(standing(['thin'], uncounted), standing(['present'], { ...uncounted, text: 'b' }));
    expect(risen.readmes[0]).toMatchObject({ changes: [{ kind: 'documented', counted: false }] });
    const same = between(standing(['thin'], uncounted), standing(['thin'], uncounted));
    expect(same.readmes[0]).toMatchObject({ changes: [], unchanged: 0 });
  });

  test('that only one of the rubrics has is neither changed nor unchanged', () => {
    const [readme] = between(exampleReport({ criteria: [] }), exampleReport()).readmes;
    expect(readme).toMatchObject({ changes: [], unchanged: 0 });
  });
});

describe('the cause of a change', () => {
  const causeOf = (before: Report, after: Report) => between(before, after).readmes[0]?.changes[0]?.cause;
  const thin = standing(['thin']);

  test.each<[string, string, Report]>([
    ['another text', 'text', standing(['present'], { text: 'b' })],
    ['another judge of the same text', 'rubric', standing(['present'], { engineVersion: '2.0.0' })],
    ['both', 'text-and-rubric', standing(['present'], { text: 'b', engineVersion: '2.0.0' })],
    ['the author’s word', 'author', standing(['thin', 'accepted'])],
    ['the author’s word in the text itself', 'author', standing(['thin', 'accepted'], { text: 'b' })],
  ])('%s: %s', (_what, cause, after) => {
    expect(causeOf(thin, after)).toBe(cause);
    expect(causeOf(after, thin)).toBe(cause);
  });

  test('is the acceptance where the text alone would not count', () => {
    const missing = standing(['missing']);
    const accepted = standing(['thin', 'accepted'], { text: 'b' });
    expect(causeOf(missing, accepted)).toBe('author');
    expect(causeOf(accepted, missing)).toBe('author');
  });

  test('is the text where that counts by itself', () => {
    const accepted = standing(['present', 'accepted'], { text: 'b' });
    expect(causeOf(thin, accepted)).toBe('text');
    expect(causeOf(accepted, thin)).toBe('text');
  });

  test('is the acceptance where the verdict could not be told', () => {
    expect(causeOf(standing(['not-assessed']), standing(['missing', 'accepted'], { text: 'b' }))).toBe(
      'author',
    );
  });
});

describe('READMEs', () => {
  const at = (path: string, text: string) => standing(['missing'], { path, text });
  const namesOf = (before: readonly Report[], after: readonly Report[]) =>
    between(before, after).readmes.map(({ path, kind }) => `${kind} ${path}`);

  test('are matched by path, in the order of the later review, with what is gone last', () => {
    const before = [at('a.md', 'a'), at('gone.md', 'b'), at('c.md', 'c'), at('lost.md', '9')];
    const after = [at('c.md', 'd'), at('new.md', 'e'), at('a.md', 'a')];
    expect(namesOf(before, after)).toEqual([
      'both c.md',
      'added new.md',
      'both a.md',
      'removed gone.md',
      'removed lost.md',
    ]);
  });

  test('that moved with the same bytes are matched', () => {
    const before = [at('x/README.md', 'a'), at('y/README.md', 'b')];
    const after = [at('new/README.md', 'e'), at('z/README.md', 'b'), at('w/README.md', 'a')];
    expect(namesOf(before, after)).toEqual(['added new/README.md', 'both z/README.md', 'both w/README.md']);
  });

  test('the only one that is gone is the only one that is new, whatever its bytes', () => {
    expect(namesOf([at('README.md', 'a')], [at('docs/README.md', 'b')])).toEqual(['both docs/README.md']);
    const two = [at('p.md', 'b'), at('q.md', 'c')];
    expect(namesOf([at('README.md', 'a')], two)).toEqual(['added p.md', 'added q.md', 'removed README.md']);
  });

  test('that are new or gone have no changes', () => {
    const delta = between([], at('README.md', 'a'));
    expect(delta).toEqual({
      since: BEFORE,
      readmes: [{ path: 'README.md', kind: 'added', changes: [], unchanged: 0 }],
    });
  });
});

describe('any two reviews', () => {
  const stood: fc.Arbitrary<StoodCriterion> = fc.record({
    id: fc.constantFrom('problem', 'approach', 'failures', 'learned'),
    title: fc.constant('A title'),
    counted: fc.constant(true),
    verdict: fc.constantFrom<Verdict[]>('missing', 'thin', 'present', 'not-assessed'),
    accepted: fc.boolean(),
  });
  const readme = fc.record({
    path: fc.constantFrom('README.md', 'a/README.md', 'b/README.md', 'c/README.md'),
    sha: fc.constantFrom(sha('a'), sha('b'), sha('c')),
    judge: fc.constantFrom('one', 'two'),
    criteria: fc.uniqueArray(stood, { selector: ({ id }) => id }),
  });
  const snapshot: fc.Arbitrary<Snapshot> = fc.record({
    headSha: fc.constantFrom(BEFORE, AFTER),
    readmes: fc.uniqueArray(readme, { selector: ({ path }) => path }),
  });

  test('a review does not differ from itself', () => {
    fc.assert(
      fc.property(snapshot, same => {
        for (const { kind, changes } of compare(same, same).readmes) {
          expect({ kind, changes }).toEqual({ kind: 'both', changes: [] });
        }
      }),
    );
  });

  test('the way back is the mirror image', () => {
    const rises = ['documented', 'progressed'];
    const summarise = (delta: ReturnType<typeof compare>, mirrored: boolean) =>
      delta.readmes.flatMap(({ changes }) =>
        changes.map(({ id, kind, cause, before, after }) => {
          const up = rises.includes(kind) !== mirrored;
          return JSON.stringify([id, up, cause, mirrored ? [after, before] : [before, after]]);
        }),
      );
    fc.assert(
      fc.property(snapshot, snapshot, (one, other) => {
        const there = summarise(compare(one, other), false);
        expect(summarise(compare(other, one), true).sort()).toEqual(there.sort());
      }),
    );
  });

  test('nothing is lost', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (one, other) => {
        const { readmes } = compare(one, other);
        const count = (wanted: string) => readmes.filter(({ kind }) => kind === wanted).length;
        expect(count('both') + count('removed')).toBe(one.readmes.length);
        const present = readmes.filter(({ kind }) => kind !== 'removed').map(({ path }) => path);
        expect(present).toEqual(other.readmes.map(({ path }) => path));
        for (const { path, kind, changes, unchanged } of readmes) {
          const was = one.readmes.find(each => each.path === path);
          const is = other.readmes.find(each => each.path === path);
          if (kind !== 'both' || was === undefined || is === undefined) continue;
          const shared = is.criteria.filter(({ id }) => was.criteria.some(each => each.id === id));
          expect(changes.length + unchanged).toBe(shared.length);
        }
      }),
    );
  });
});
