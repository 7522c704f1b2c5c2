/** Lets the signals judge passages in other languages, each as if it were all that a README says. */
import { readOutline } from '../../src/readme/read-outline.ts';
import { observe } from '../../src/review/observe.ts';
import { readingFor } from '../../src/review/reading.ts';
import type { Verdict } from '../../src/review/report.ts';
import { scoreCriteria } from '../../src/review/score-criterion.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import { COUNTED_CRITERIA, type CriterionId, type Level } from '../corpus/labels.ts';
import type { Pair } from './agreement.ts';
import { type PassageAbroad, readPassagesAbroad } from './read-passages-abroad.ts';

/** Neighbours are often three levels of one subject, so passages are set aside by threes. */
const PASSAGES_IN_A_ROW = 3;
const LEVEL_OF: Record<Verdict, Level> = { missing: 0, thin: 1, present: 2, 'not-assessed': 0 };

/** What a passage shows of one criterion, and what the signals made of it. */
export interface JudgedAbroad extends Pair {
  readonly language: string;
  readonly criterion: CriterionId;
  /** Position of the passage in its file, from 0. */
  readonly passage: number;
  /** True for the third of the passages that nobody looks at while changing a lexicon. */
  readonly setAside: boolean;
}

/** Every criterion of every passage, read with the lexicon of its file's language and not of the detected one. */
export function judgePassagesAbroad(rubric: Rubric): readonly JudgedAbroad[] {
  return [...readPassagesAbroad()].flatMap(([language, passages]) =>
    passages.flatMap((passage, index) => {
      const levels = judgeByText(passage, rubric, language);
      return COUNTED_CRITERIA.map(criterion => ({
        language,
        criterion,
        passage: index,
        setAside: Math.floor(index / PASSAGES_IN_A_ROW) % PASSAGES_IN_A_ROW === PASSAGES_IN_A_ROW - 1,
        labelled: passage.shows[criterion] ?? 0,
        judged: levels.get(criterion) ?? 0,
      }));
    }),
  );
}

function judgeByText(
  { under, text }: PassageAbroad,
  rubric: Rubric,
  language: string,
): ReadonlyMap<string, Level> {
  const reading = readingFor(rubric, language);
  if (reading === null) throw new Error(`no lexicon for ${language}`);
  const headings = under.map((title, depth) => `${'#'.repeat(depth + 1)} ${title}\n\n`);
  const { blocks } = observe(readOutline(`${headings.join('')}${text}\n`), reading);
  const scores = scoreCriteria(rubric.criteria, blocks);
  return new Map([...scores].map(([id, { verdict }]) => [id, LEVEL_OF[verdict]]));
}
