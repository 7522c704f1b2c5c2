import type { Outline } from '../../readme/outline.ts';
import type { Criterion, Remark } from '../../rubric/rubric.ts';
import type { Observation, ObservedBlock } from '../observe.ts';
import type { Evidence, Finding, LineRange, Verdict } from '../report.ts';
import type { Ask } from './ask.ts';
import { placeFor } from './place-for.ts';
import { trimMarks } from './quote.ts';
import { tellingSentence } from './telling-sentence.ts';

interface FindingsInput {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  /** Where nobody can tell: the lines that come nearest. */
  readonly nearest: readonly LineRange[];
  readonly outline: Outline;
  readonly observation: Observation;
  readonly ask: Ask;
  /** What keeps a thin criterion from being present, whatever the text says. */
  readonly held: Remark | undefined;
}

/** Ends the code of the remark that the data is one that everyone has seen. */
const TOY_CODE = '-toy-dataset';

/** Said where the model and the signals disagree, or neither is sure. */
const DOUBT = 'It could not be told whether this README says it, so nothing counts as missing.';
/** Asked about the lines that come nearest. */
const DOUBT_QUESTIONS = [
  {
    when: null,
    ask: 'Nearest comes “{quote}”. Is that what it is about, and which words would make it plain to a stranger?',
  },
  {
    when: null,
    ask: 'Is it told in these lines, and which words would make it plain to a stranger?',
  },
] as const;

/** What there is to say about a verdict: at most one remark, with one question where something can be added. */
export function findingsOf(input: FindingsInput): readonly Finding[] {
  const finding = { present: praise, thin, missing, 'not-assessed': doubt }[input.verdict](input);
  return finding === null ? [] : [finding];
}

function praise({ criterion, evidence, observation, ask }: FindingsInput): Finding | null {
  const [first] = evidence;
  const { id, wording } = criterion;
  if (wording.praise === undefined || first === undefined) return null;
  const telling = tellingSentence(criterion, observation.blocks, evidence);
  const text = ask(wording.praise, { signals: signalsOf(evidence), telling });
  if (text === null) return null;
  return { kind: 'celebratory', code: `${id}-praise`, text, place: linesOf(telling?.place ?? first) };
}

function thin({ criterion, evidence, observation, held, ask }: FindingsInput): Finding {
  const [first] = evidence;
  const { id, wording, questions } = criterion;
  const at = (place: LineRange | undefined) => (place === undefined ? {} : { place: linesOf(place) });
  if (held !== undefined) return { kind: 'actionable', code: `${id}${TOY_CODE}`, ...held, ...at(first) };
  const telling = tellingSentence(criterion, observation.blocks, evidence);
  const question = ask(questions.thin, { signals: signalsOf(evidence), telling });
  return {
    kind: 'actionable',
    code: `${id}-thin`,
    text: wording.thin,
    ...(question === null ? {} : { question }),
    ...at(telling?.place ?? first),
  };
}

function missing({ criterion, outline, observation, ask }: FindingsInput): Finding {
  const { id, counted, wording, questions, lookedFor } = criterion;
  const question = ask(questions.missing, {
    signals: [],
    listed: listedUnder(criterion, observation.blocks),
  });
  const place = placeFor(criterion, outline, observation);
  return {
    kind: counted ? 'essential' : 'informative',
    code: `${id}-missing`,
    text: wording.missing,
    ...(question === null ? {} : { question }),
    ...(place === null ? {} : { place }),
    lookedFor,
  };
}

function doubt({ criterion, nearest, observation, ask }: FindingsInput): Finding {
  const { id, lookedFor } = criterion;
  const [first] = nearest;
  const telling = tellingSentence(criterion, observation.blocks, nearest);
  const question = ask(DOUBT_QUESTIONS, { signals: [], telling });
  const place = telling?.place ?? first;
  return {
    kind: 'informative',
    code: `${id}-doubt`,
    text: DOUBT,
    ...(question === null ? {} : { question }),
    ...(place === undefined ? {} : { place: linesOf(place) }),
    lookedFor,
  };
}

/** The first of the bare names under the criterion's own heading: too little to count, and a beginning. */
function listedUnder({ id }: Criterion, blocks: readonly ObservedBlock[]): string | null {
  const listed = blocks.find(
    ({ text, headedBy }) => text.isKeywords && text.kind === 'list-item' && headedBy.has(id),
  );
  return listed === undefined ? null : trimMarks(listed.text.text) || null;
}

function signalsOf(evidence: readonly Evidence[]): readonly string[] {
  return evidence.flatMap(({ signals }) => signals);
}

function linesOf({ startLine, endLine }: LineRange): LineRange {
  return { startLine, endLine };
}
