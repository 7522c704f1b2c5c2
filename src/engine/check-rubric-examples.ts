/** A criterion's examples as tests: what its author says it should see, put before it. */
import { readOutline } from '../readme/read-outline.ts';
import { observe } from '../review/observe.ts';
import { type Reading, readingFor } from '../review/reading.ts';
import { PRESENT, scoreCriterion } from '../review/score-criterion.ts';
import { ALL_OWN } from '../review/words/borrowed-text.ts';
import type { Criterion, Rubric } from '../rubric/rubric.ts';

export interface ExampleFailure {
  readonly criterion: string;
  /** Which of its values the failure is about, as a path of keys below the criterion. */
  readonly path: readonly string[];
  readonly message: string;
  readonly expected: string;
}

/** Examples are written in the language of the rubric's sentences. */
const LANGUAGE = 'en';
/** A heading that is no criterion's and no zone's. */
const NO_HEADING = 'Xyz';
/** Under a heading that says nothing, an example must be found all the same. */
const FOUND: ReadonlySet<string> = new Set(['thin', 'present']);

/** Every example of these criteria (by default all) that does not get the verdict it should. */
export function checkExamples(rubric: Rubric, criteria = rubric.criteria): readonly ExampleFailure[] {
  const reading = readingFor(rubric, LANGUAGE);
  if (reading === null) throw new Error(`no lexicon for ${LANGUAGE}`);
  // Its sentences are the rubric's own, which count for nothing anywhere else.
  const own = { ...reading, borrowed: ALL_OWN };
  return criteria.flatMap(criterion => checkCriterion(criterion, own));
}

function checkCriterion(criterion: Criterion, reading: Reading): readonly ExampleFailure[] {
  const { id, title, examples, words } = criterion;
  const failures: ExampleFailure[] = [];
  const fail = (path: readonly string[], message: string, expected: string) =>
    failures.push({ criterion: id, path, message, expected });

  const strong = verdictOf(criterion, title, examples.strong, reading);
  if (strong.verdict !== 'present') {
    const said = `The strong example of \`${id}\` is ${strong.verdict}: ${strong.why}`;
    fail(['examples', 'strong'], said, `present under the heading “${title}”`);
  }
  const weak = verdictOf(criterion, title, examples.weak, reading);
  if (weak.verdict === 'present') {
    fail(['examples', 'weak'], `The weak example of \`${id}\` is present: ${weak.why}`, 'thin or missing');
  }
  const empty = verdictOf(criterion, title, '', reading);
  if (empty.verdict !== 'missing') {
    fail(['signals'], `\`${id}\` is ${empty.verdict} where nothing stands below its heading.`, 'missing');
  }
  const alone = verdictOf(criterion, NO_HEADING, examples.strong, reading);
  if (Object.keys(words).length > 0 && !FOUND.has(alone.verdict)) {
    const said = `The strong example of \`${id}\` is ${alone.verdict} under a heading of another name: ${alone.why}`;
    fail(['words'], said, 'words that the strong example uses');
  }
  return failures;
}

/** The example as the whole section of a README. */
function verdictOf(criterion: Criterion, heading: string, example: string, reading: Reading) {
  const outline = readOutline(`# Example\n\n## ${heading}\n\n${example}\n`);
  const { blocks } = observe(outline, reading);
  const { verdict, points } = scoreCriterion(criterion, blocks);
  const seen = new Set(blocks.flatMap(({ signals }) => signals));
  const headed = blocks.some(({ headedBy }) => headedBy.has(criterion.id));
  const about = blocks.some(block => block.about.has(criterion.id));
  const facts = [
    `${Math.round(points * 10) / 10} of ${PRESENT} points`,
    `signals: ${[...seen].sort().join(', ') || 'none'}`,
    `heading ${headed ? '' : 'not '}among its headings`,
    ...(Object.keys(criterion.words).length === 0 ? [] : [`words ${about ? '' : 'not '}used`]),
  ];
  return { verdict, why: `${facts.join('; ')}.` };
}
