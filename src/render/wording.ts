/**
 * The words around a review. What a criterion means, what to add and what to ask stands in the rubric and arrives in
 * the findings; here is only the frame. Plain and kind: it asks, it never scolds.
 */
import type { CalibrationInput, Level } from '../review/explanation.ts';
import type { Acceptance, CriterionResult, Report, Verdict } from '../review/report.ts';

export const CHECK_NAME = 'Showwork';

export const RE_REVIEW = {
  label: 'Re-review',
  description: 'Read the README at this commit again',
  identifier: 're-review',
} as const;

/** Filled, half, empty: signs that need no colour and that every font and terminal has. */
export const VERDICTS: Readonly<Record<Verdict, { readonly icon: string; readonly word: string }>> = {
  present: { icon: '●', word: 'present' },
  thin: { icon: '◐', word: 'thin' },
  missing: { icon: '○', word: 'missing' },
  'not-assessed': { icon: '–', word: 'not assessed' },
};

/** The author’s word stands in for what was not read. */
export const ACCEPTED_ICON = '◉';

/** Both verdicts are shown: the author's and the one from reading. */
export function verdictWords({ verdict, accepted }: CriterionResult): { icon: string; word: string } {
  const { icon, word } = VERDICTS[verdict];
  if (accepted === undefined || verdict === 'present') return { icon, word };
  return { icon: ACCEPTED_ICON, word: `accepted (read as ${word})` };
}

/** Leads to the place of a remark on something that no line carries. */
export function placeWords({ verdict }: CriterionResult): string {
  return verdict === 'not-assessed' ? 'perhaps' : 'fits after';
}

export const ACCEPTED_WHERE: Readonly<Record<Acceptance['source'], string>> = {
  comment: 'in a comment',
  readme: 'in the README',
  config: 'in the configuration',
};

const PROJECT_TYPES: ReadonlyMap<string, string> = new Map([
  ['ml-pipeline', 'an ML pipeline'],
  ['llm-application', 'an LLM application'],
  ['ml-infrastructure', 'ML infrastructure'],
  ['portfolio-index', 'a portfolio index'],
  ['other', 'another kind of project'],
]);

export function projectTypeWords(id: string): string {
  return PROJECT_TYPES.get(id) ?? `a project of type ${id}`;
}

export const DECLARED = 'as declared';

/** Said on the command line, where the type can be named. */
export const HOW_TO_DECLARE =
  'To see what it would say for a project of a certain type: `npm run review -- --type llm-application PATH` (or `ml-pipeline`, `ml-infrastructure`, `portfolio-index`).';

const TOY_DATASET =
  'The data looks like one that every reader has seen before. Data you care about yourself tells more about you.';

const TEMPLATE = 'Much of this README reads like a template that waits to be filled in.';

/** The code of the remark by which a criterion itself says that the data is one that everyone has seen. */
const TOY_REMARK = /-toy-dataset$/;

/** What was noticed about a README as a whole, unless a criterion says it. */
export function flagSentences({ flags, criteria }: Report): readonly string[] {
  const said = criteria.some(({ findings }) => findings.some(({ code }) => TOY_REMARK.test(code)));
  return [...(flags.toyDataset && !said ? [TOY_DATASET] : []), ...(flags.template ? [TEMPLATE] : [])];
}

/** Leads to what is reported and counts in no title. */
export const NOT_COUNTED = 'Read as well, and not counted:';

/** Why an index of projects has no table of criteria. */
export const INDEX_IS_READ_FOR =
  'An index is read for its entries: each project linked, with its problem and its outcome in a line.';

/** Leads to how the verdicts came about. */
export const EXPLANATION_TITLE = 'How the verdicts came about';

export const NOTHING_TO_EXPLAIN = 'Nothing was judged, so there is no verdict to explain.';

export const NOT_TOLD_OF_OTHER =
  'A review tells none of this, because the README is not read as one of the project types; with `--type` it would.';

/** What the model's two levels are called. */
export const LEVELS: Readonly<Record<Level, string>> = { thin: 'there at all', present: 'enough' };

/** What makes a probability. */
export const INPUTS: Readonly<Record<CalibrationInput['name'], string>> = {
  'best-thin': `best passage, ${LEVELS.thin}`,
  'best-present': `best passage, ${LEVELS.present}`,
  points: 'points of the signals',
  'signals-thin': 'the signals call it thin or present',
  'signals-present': 'the signals call it present',
  other: 'something else',
};

export const HELD_BY_DATA = 'held at thin because the data looks like one that every reader has seen before';

export const LEGEND_TITLE = 'How to read this';

/** How to read an explanation: a line for each kind of number. */
export const LEGEND: readonly string[] = [
  'Percentages: how likely it is that a reader finds it there at all, and enough (specific and sufficient). They are made of the sum below them: best passages and points, each × its weight.',
  'Passages: each begins with the same number; what was noticed in it is added, for or against, and makes its score. +0.7 doubles the odds, −0.7 halves them, 0 is even.',
  'Words in “quotes” are the README’s own. The model knows no words, only numbered places that words and their four-letter parts are sorted into: a word may carry what another one at the same place has taught. What words of one passage share is split evenly between them.',
  'Points: a block has those of its signals, by the rubric. The best block counts whole, each further one less.',
  'What a signal looks for stands in docs/signals.md, what it is worth in rubrics/.',
];

export const NO_README = {
  title: 'No README found',
  sentence: 'There is no README at this commit yet, so there is nothing to read.',
  start:
    'Five short answers make a good first one: the problem, the approach, the decisions and why, what did not work, the outcome.',
} as const;

/** Where there is nothing else to speak of. */
export const SETTINGS_MISTAKE = 'The settings have a mistake';

export const FAILED = {
  title: 'Not reviewed: something went wrong on our side',
  sentence: 'Nothing is wrong with your commit.',
  again:
    'Press **Re-review**, or push again. If it stays like this, tell the operator of the app this id, by which the reason is found:',
} as const;

export const SWITCH_OFF =
  'To switch Showwork off for this repository: Settings → GitHub Apps → Configure, then take the repository out or uninstall the app.';

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function cutNotice(leftOut: number): string {
  return `**Cut here.** GitHub shows at most 65,535 bytes; ${plural(leftOut, 'part', 'parts')} of this review did not fit. \`showwork review\` shows all of it.`;
}

export const NOTHING_REVIEWED = 'No README was reviewed.';

export function summaryCutNotice(leftOut: number): string {
  return `**Cut here.** GitHub shows at most 1 MiB; ${plural(leftOut, 'part', 'parts')} of this review did not fit.`;
}

/** In the log of a GitHub Actions job. */
export function remarksLeftOut(count: number): string {
  return `${plural(count, 'further remark', 'further remarks')} found no place beside the lines, where GitHub takes ten of a kind. The job summary has all of them.`;
}

export function annotationsLeftOut(count: number): string {
  return `${plural(count, 'further remark', 'further remarks')} did not fit beside the lines; all of them stand in this summary.`;
}
