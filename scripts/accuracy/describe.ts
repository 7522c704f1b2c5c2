/** A measurement in words and tables. */
import { COUNTED_CRITERIA, CRITERIA, type CriterionId } from '../corpus/labels.ts';
import { bootstrapIntervals } from './bootstrap.ts';
import { calibrationBins, calibrationError } from './calibration.ts';
import { REFERENCES } from './references.ts';
import {
  type CriterionFigures,
  chancesOf,
  citedFigures,
  confusion,
  coverage,
  criterionFigures,
  flagFigures,
  type Judged,
  macroFigures,
  typeAccuracy,
} from './scorecard.ts';
import { figure, percent, table, withInterval } from './table.ts';

/** Below this many labelled READMEs a share says more about luck than about the language (issue: counts only). */
const ENOUGH_FOR_A_SHARE = 10;

const FIGURE_HEAD = ['exact', 'kappa', 'P(missing)', 'R(missing)', 'F1(missing)', 'F1(present)', 'opposite'];

/** The whole measurement: criteria, references, evidence, types, languages, flags, coverage. */
export function describeMeasurement(items: readonly Judged[]): string {
  return [
    '### Per criterion',
    criterionTable(items),
    '### Beside the references',
    referenceTable(items),
    '### Evidence, project type, flags, coverage',
    otherTable(items),
    '### Calibration of the model (all five criteria)',
    calibrationTable(items),
    '### Labelled against judged (rows: labelled missing, thin, present)',
    confusionTable(items),
    '### Per project type, as labelled (macro)',
    groupTable(items, 'project type', item => item.label.projectType),
    '### Per language (macro)',
    groupTable(items, 'language', item => item.label.language),
  ].join('\n\n');
}

function criterionTable(items: readonly Judged[]): string {
  const rows = CRITERIA.map(id => {
    const figures = criterionFigures(items, id);
    const name = id === 'learned' ? 'learned (not in the macro)' : id;
    return [name, String(figures.count), ...figureCells(figures), figure(citedFigures(items, [id]).overlap)];
  });
  const macro = macroFigures(items);
  rows.push(['**macro**', '', ...figureCells(macro), figure(citedFigures(items).overlap)]);
  return table(['criterion', 'judged', ...FIGURE_HEAD, 'evidence overlap'], rows);
}

function figureCells(figures: CriterionFigures): string[] {
  return [
    figure(figures.exact),
    figure(figures.kappa),
    figure(figures.missingPrecision),
    figure(figures.missingRecall),
    figure(figures.missingF1),
    figure(figures.presentF1),
    percent(figures.opposite),
  ];
}

function referenceTable(items: readonly Judged[]): string {
  const headline = (sample: readonly Judged[]) => {
    const { kappa, missingF1, missingPrecision, presentF1 } = macroFigures(sample);
    return { kappa, missingF1, missingPrecision, presentF1 };
  };
  const value = headline(items);
  const interval = bootstrapIntervals(items, item => item.label.repo, headline);
  const rows = [
    [
      '**Showwork** (95 % by repository)',
      withInterval(value.kappa, interval.kappa),
      withInterval(value.missingF1, interval.missingF1),
      withInterval(value.missingPrecision, interval.missingPrecision),
      withInterval(value.presentF1, interval.presentF1),
    ],
    ...REFERENCES.map(reference => [
      reference.name,
      figure(reference.kappa),
      figure(reference.missingF1),
      figure(reference.missingPrecision),
      figure(reference.presentF1),
    ]),
  ];
  return table(['macro over five', 'kappa', 'F1(missing)', 'P(missing)', 'F1(present)'], rows);
}

function otherTable(items: readonly Judged[]): string {
  const cited = citedFigures(items);
  const covered = coverage(items);
  const toyDataset = flagFigures(items, 'toyDataset');
  const template = flagFigures(items, 'template');
  const precisionRecall = (flag: typeof template) =>
    `precision ${figure(flag.precision)}, recall ${figure(flag.recall)}`;
  return table(
    ['figure', 'value', ''],
    [
      ['evidence overlap', figure(cited.overlap), 'of present verdicts; a false present counts as none'],
      ['line precision', figure(cited.linePrecision), 'cited lines that are labelled'],
      ['project type accuracy', figure(typeAccuracy(items)), ''],
      ['F1 of toyDataset', figure(toyDataset.f1), precisionRecall(toyDataset)],
      ['F1 of template', figure(template.f1), precisionRecall(template)],
      ['assessed', percent(covered.assessed), ''],
      ['not assessed by rule', percent(covered.byRule), 'no lexicon for the language, or not Markdown'],
      ['not assessed by doubt', percent(covered.byDoubt), ''],
    ],
  );
}

function calibrationTable(items: readonly Judged[]): string {
  const thin = chancesOf(items, 'atLeastThin');
  const present = chancesOf(items, 'present');
  if (thin.length === 0) return 'The model was not asked.';
  const bins = calibrationBins(present);
  const rows = calibrationBins(thin).map((bin, index) => {
    const other = bins[index];
    return [
      `${percent(bin.from)} to ${percent(bin.to)}`,
      ...[bin, other].flatMap(cell =>
        cell === undefined ? [] : [String(cell.count), figure(cell.said), figure(cell.happened)],
      ),
    ];
  });
  rows.push([
    '**mean distance**',
    '',
    '',
    figure(calibrationError(thin)),
    '',
    '',
    figure(calibrationError(present)),
  ]);
  const columns = ['verdicts', 'said', 'so labelled'];
  const head = ['at least thin: ', 'present: '].flatMap(name => columns.map(column => `${name}${column}`));
  return table(['probability', ...head], rows);
}

function confusionTable(items: readonly Judged[]): string {
  const cells = (id: CriterionId) => confusion(items, id).map(row => row.join(' / '));
  return table(
    ['criterion', 'missing → m / t / p', 'thin → m / t / p', 'present → m / t / p'],
    COUNTED_CRITERIA.map(id => [id, ...cells(id)]),
  );
}

function groupTable(items: readonly Judged[], name: string, groupOf: (item: Judged) => string): string {
  const groups = [...Map.groupBy(items, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = groups.map(([group, members]) => {
    const covered = percent(coverage(members).assessed);
    if (members.length < ENOUGH_FOR_A_SHARE) return [group, String(members.length), covered];
    const figures = figureCells(macroFigures(members));
    return [group, String(members.length), covered, ...figures, figure(typeAccuracy(members))];
  });
  return table([name, 'READMEs', 'assessed', ...FIGURE_HEAD, 'type accuracy'], rows);
}
