/**
 * A floor on what the project's own fixtures, in all seven languages, are judged to be, for where there is no corpus.
 * `fixtures/labels.jsonl` says what a reader says of them, by the corpus's guide and without a look at the goldens.
 * The READMEs were written for tests: these figures keep watch and are no measure of accuracy.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  citedFigures,
  coverage,
  type Judged,
  macroFigures,
  typeAccuracy,
} from '../../scripts/accuracy/scorecard.ts';
import { COUNTED_CRITERIA, readLabels } from '../../scripts/corpus/labels.ts';
import { readFixture } from '../../scripts/goldens.ts';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { judge } from '../../src/engine/judge.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const LEVELS = ['missing', 'thin', 'present'] as const;

const labels = readLabels(join(FIXTURES, 'labels.jsonl'));
const yardstick = readBuiltinYardstick();
const items: readonly Judged[] = await Promise.all(
  labels.map(async label => {
    const request = await readFixture(join(FIXTURES, dirname(label.readme)));
    return { label, report: judge(request, yardstick), chances: new Map() };
  }),
);

/** A little under what was measured: of eighty verdicts four may go wrong, of the eight told missing hardly one. */
const FLOORS = {
  exact: 0.8,
  kappa: 0.73,
  missingPrecision: 0.85,
  missingRecall: 0.35,
  notOpposite: 0.96,
  assessed: 0.9,
  type: 0.87,
  overlap: 0.9,
  linePrecision: 0.55,
};

/** Every verdict and type that is not the labelled one, in words. */
function differences(): string[] {
  return items.flatMap(({ label, report }) => {
    const { projectType, criteria } = label;
    const verdicts = COUNTED_CRITERIA.map(id => {
      const verdict = report.criteria.find(criterion => criterion.id === id)?.verdict ?? 'not judged';
      return { what: id, labelled: LEVELS[criteria[id].level], judged: verdict };
    });
    return [...verdicts, { what: 'type', labelled: projectType, judged: report.projectType.id }]
      .filter(({ labelled, judged }) => labelled !== judged)
      .map(
        ({ what, labelled, judged }) => `${label.readme}: ${what}: labelled ${labelled}, judged ${judged}`,
      );
  });
}

test('every README of the fixtures is labelled', () => {
  const readmes = readdirSync(join(FIXTURES, 'readmes')).map(name => `readmes/${name}/README.md`);
  expect(labels.map(({ readme }) => readme).sort()).toEqual(['learner/README.md', ...readmes].sort());
});

test('verdicts, types and cited lines are the labelled ones but for a few', () => {
  const macro = macroFigures(items);
  const figures: Readonly<Record<keyof typeof FLOORS, number>> = {
    ...macro,
    notOpposite: 1 - macro.opposite,
    assessed: coverage(items).assessed,
    type: typeAccuracy(items),
    ...citedFigures(items),
  };
  const below = Object.entries(FLOORS).flatMap(([name, floor]) => {
    const figure = new Map(Object.entries(figures)).get(name) ?? Number.NaN;
    return figure >= floor ? [] : [`${name} is ${figure}, its floor ${floor}`];
  });
  expect(below.length === 0 ? below : [...below, ...differences()]).toEqual([]);
});
