/** How well the signals read passages in other languages, in tables. */
import { COUNTED_CRITERIA } from '../corpus/labels.ts';
import { exactAgreement } from './agreement.ts';
import { detect } from './detection.ts';
import type { JudgedAbroad } from './judge-passages-abroad.ts';
import { figure, table } from './table.ts';

export interface FiguresAbroad {
  readonly passages: number;
  readonly exact: number;
  /** Of what is there, thin or present, the share that was not called missing. */
  readonly recallOfThere: number;
  readonly missingPrecision: number;
  readonly presentPrecision: number;
  /** Criteria called present that are thin or missing. */
  readonly falsePresent: number;
}

export function figuresAbroad(items: readonly JudgedAbroad[]): FiguresAbroad {
  const there = detect(items.map(({ labelled, judged }) => ({ there: labelled > 0, found: judged > 0 })));
  const missing = detect(
    items.map(({ labelled, judged }) => ({ there: labelled === 0, found: judged === 0 })),
  );
  const present = detect(
    items.map(({ labelled, judged }) => ({ there: labelled === 2, found: judged === 2 })),
  );
  return {
    passages: new Set(items.map(({ language, passage }) => `${language} ${passage}`)).size,
    exact: exactAgreement(items),
    recallOfThere: there.recall,
    missingPrecision: missing.precision,
    presentPrecision: present.precision,
    falsePresent: items.filter(({ labelled, judged }) => judged === 2 && labelled < 2).length,
  };
}

/** By language: all passages, those looked at, those set aside; then criterion by criterion. */
export function describeAbroad(items: readonly JudgedAbroad[]): string {
  const byLanguage = (some: readonly JudgedAbroad[]) =>
    groupTable(some, 'language', ({ language }) => language);
  return [
    '### Per language, all',
    byLanguage(items),
    '### Per language, looked at while the lexicons were written',
    byLanguage(items.filter(({ setAside }) => !setAside)),
    '### Per language, set aside',
    byLanguage(items.filter(({ setAside }) => setAside)),
    '### Per language and criterion, all',
    ...COUNTED_CRITERIA.map(id =>
      groupTable(
        items.filter(({ criterion }) => criterion === id),
        id,
        ({ language }) => language,
      ),
    ),
  ].join('\n\n');
}

function groupTable(
  items: readonly JudgedAbroad[],
  name: string,
  groupOf: (item: JudgedAbroad) => string,
): string {
  const groups = [...Map.groupBy(items, groupOf), ['all', items] as const];
  return table(
    [name, 'passages', 'exact', 'R(there)', 'P(missing)', 'P(present)', 'false present'],
    groups.map(([group, members]) => {
      const figures = figuresAbroad(members);
      return [
        group,
        String(figures.passages),
        figure(figures.exact),
        figure(figures.recallOfThere),
        figure(figures.missingPrecision),
        figure(figures.presentPrecision),
        String(figures.falsePresent),
      ];
    }),
  );
}
