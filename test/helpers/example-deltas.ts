/** Comparisons written by hand, to go with the example reports. */
import type { CriterionChange, Delta, ReadmeDelta, StoodCriterion } from '../../src/review/delta.ts';

export const SINCE = 'abc1234def5678900112233445566778899aabbc';

export function stood(overrides: Partial<StoodCriterion> = {}): StoodCriterion {
  return {
    id: 'failures',
    title: 'What did not work',
    counted: true,
    verdict: 'missing',
    accepted: false,
    ...overrides,
  };
}

/** What did not work: missing before, present now, because of the text. */
export function change(overrides: Partial<CriterionChange> = {}): CriterionChange {
  const before = overrides.before ?? stood();
  return {
    id: before.id,
    title: before.title,
    counted: before.counted,
    kind: 'documented',
    cause: 'text',
    before,
    after: { ...before, verdict: 'present' },
    ...overrides,
  };
}

/** Approach: present before, and after as the change says; neither better for it. */
export function regressed(overrides: Partial<CriterionChange> = {}): CriterionChange {
  const before = stood({ id: 'approach', title: 'Approach', verdict: 'present' });
  return change({ before, kind: 'regressed', after: { ...before, verdict: 'thin' }, ...overrides });
}

export function readmeDelta(overrides: Partial<ReadmeDelta> = {}): ReadmeDelta {
  const changes = overrides.changes ?? [change()];
  return { path: 'README.md', kind: 'both', changes, unchanged: 5 - changes.length, ...overrides };
}

export function delta(...readmes: readonly ReadmeDelta[]): Delta {
  return { since: SINCE, readmes };
}
