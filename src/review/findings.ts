import type { Outline } from '../readme/outline.ts';
import type { Criterion, Remark } from '../rubric/rubric.ts';
import { ask } from './ask.ts';
import type { Observation } from './observe.ts';
import { placeFor } from './place-for.ts';
import type { Evidence, Finding, Verdict } from './report.ts';
import { quoteOf, type Slots } from './slots.ts';

interface FindingsInput {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly outline: Outline;
  readonly observation: Observation;
  readonly slots: Slots;
  /** What keeps a thin criterion from being present, whatever the text says. */
  readonly held: Remark | undefined;
}

/** Ends the code of the remark that the data is one that everyone has seen. */
const TOY_CODE = '-toy-dataset';

/** Said where the model and the signals disagree and neither is sure. */
const DOUBT = 'Part of this README may speak of it and may not. Rather than guess, nothing is said about it.';

/** What there is to say about a verdict: at most one remark, with one question where something can be added. */
export function findingsOf(input: FindingsInput): readonly Finding[] {
  const { criterion, verdict, evidence, slots, held } = input;
  const { id, counted, wording, questions, lookedFor } = criterion;
  if (verdict === 'present') {
    const [first] = evidence;
    if (wording.praise === undefined || first === undefined) return [];
    return [{ kind: 'celebratory', code: `${id}-praise`, text: wording.praise, place: linesOf(first) }];
  }
  if (verdict === 'thin') {
    const [first] = evidence;
    const place = first === undefined ? {} : { place: linesOf(first) };
    if (held !== undefined) return [{ kind: 'actionable', code: `${id}${TOY_CODE}`, ...held, ...place }];
    const question = ask(
      questions.thin,
      { ...slots, quote: quoteOf(first?.quote ?? '') },
      first?.signals ?? [],
    );
    return [
      {
        kind: 'actionable',
        code: `${id}-thin`,
        text: wording.thin,
        ...(question === null ? {} : { question }),
        ...place,
      },
    ];
  }
  if (verdict === 'not-assessed') {
    return [{ kind: 'informative', code: `${id}-doubt`, text: DOUBT, lookedFor }];
  }
  const question = ask(questions.missing, slots, []);
  const place = placeFor(criterion, input.outline, input.observation);
  return [
    {
      kind: counted ? 'essential' : 'informative',
      code: `${id}-missing`,
      text: wording.missing,
      ...(question === null ? {} : { question }),
      ...(place === null ? {} : { place }),
      lookedFor,
    },
  ];
}

function linesOf({ startLine, endLine }: Evidence) {
  return { startLine, endLine };
}
