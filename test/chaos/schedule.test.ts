import { describe, expect, test } from '@jest/globals';
import { NAMED_FAULTS } from '../simulator/named-faults.ts';
import { scheduleOf } from './schedule.ts';
import { LONG_POSTGRES, LONG_SQLITE, SHORT_POSTGRES, SHORT_SEEDS, SHORT_SQLITE } from './shape.ts';
import type { Step } from './steps.ts';

const SHAPES = [SHORT_SQLITE, SHORT_POSTGRES, LONG_SQLITE, LONG_POSTGRES];
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

describe('a schedule', () => {
  test('is a function of the seed', () => {
    expect(scheduleOf(7, LONG_POSTGRES)).toEqual(scheduleOf(7, LONG_POSTGRES));
    expect(scheduleOf(7, LONG_POSTGRES)).not.toEqual(scheduleOf(8, LONG_POSTGRES));
  });

  test.each(SHAPES)('names only what is there: $database, $steps steps', shape => {
    const { owners, repositoriesEach, branches, roles } = shape;
    for (const step of SEEDS.flatMap(seed => scheduleOf(seed, shape))) {
      if ('repository' in step) expect(step.repository).toBeLessThan(owners * repositoriesEach);
      if ('branch' in step) expect(step.branch).toBeLessThan(branches);
      if ('process' in step) expect(step.process).toBeLessThan(roles.length);
      if ('owner' in step) expect(step.owner).toBeLessThan(owners);
    }
  });

  test('breaks in every way that has a name', () => {
    const steps = SEEDS.flatMap(seed => scheduleOf(seed, LONG_POSTGRES));
    const faults = steps.flatMap(step => (step.kind === 'github-fault' ? [step.fault] : []));
    expect(new Set(faults)).toEqual(new Set(Object.keys(NAMED_FAULTS)));
    const databases = steps.flatMap(step => (step.kind === 'break-database' ? [step.how] : []));
    expect(new Set(databases)).toEqual(new Set(['killed', 'full', 'read-only']));
  });

  test('kills processes and breaks databases in CI, too', () => {
    const kindsOf = (steps: readonly Step[]) =>
      steps.map(step => (step.kind === 'break-database' ? `database ${step.how}` : step.kind));
    const sqlite = kindsOf(scheduleOf(SHORT_SEEDS.sqlite, SHORT_SQLITE));
    for (const kind of ['kill', 'kill-before-answer', 'database full', 'database read-only']) {
      expect(sqlite).toContain(kind);
    }
    const postgres = kindsOf(scheduleOf(SHORT_SEEDS.postgres, SHORT_POSTGRES));
    for (const kind of ['kill', 'kill-at-write', 'kill-before-answer', 'database killed', 'suspend']) {
      expect(postgres).toContain(kind);
    }
  });

  test.each([
    ['break-database', 'mend-database'],
    ['revoke-key', 'restore-key'],
    ['suspend', 'unsuspend'],
    ['kill', 'start'],
    ['stop', 'start'],
  ] as const)('follows each "%s" by a "%s"', (breaks, mends) => {
    for (const seed of SEEDS) {
      const kinds = scheduleOf(seed, LONG_POSTGRES).map(({ kind }: Step) => kind);
      const last = kinds.lastIndexOf(breaks);
      if (last !== -1) expect(kinds.slice(last)).toContain(mends);
    }
  });
});
