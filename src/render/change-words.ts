/** A change of a verdict in words: progress warmly, the rest neutrally, and why where it is not the text. */
import type { ChangeCause, CriterionChange, StoodCriterion } from '../review/delta.ts';
import { ACCEPTED_ICON, VERDICTS } from './wording.ts';

const CAUSES: Readonly<Record<ChangeCause, string>> = {
  text: '',
  author: '',
  rubric: ', because the rubric changed',
  'text-and-rubric': ', with another text and another rubric',
};

/** Such as `newly documented, was missing`. */
export function changeWords(change: CriterionChange): string {
  return `${what(change)}${CAUSES[change.cause]}`;
}

/** Such as `missing`, or `accepted` where the author's word counts. */
export function stoodWord(criterion: StoodCriterion): string {
  return byWordOfAuthor(criterion) ? 'accepted' : VERDICTS[criterion.verdict].word;
}

export function stoodIcon(criterion: StoodCriterion): string {
  return byWordOfAuthor(criterion) ? ACCEPTED_ICON : VERDICTS[criterion.verdict].icon;
}

function byWordOfAuthor({ verdict, accepted }: StoodCriterion): boolean {
  return accepted && verdict !== 'present';
}

function what({ kind, cause, before, after }: CriterionChange): string {
  const [was, is] = [stoodWord(before), stoodWord(after)];
  if (cause === 'author') {
    const readAs = VERDICTS[after.verdict].word;
    return kind === 'regressed'
      ? `no longer accepted by the author, read as ${readAs}`
      : `accepted by the author, read as ${readAs}`;
  }
  if (kind === 'documented') return `newly documented, was ${was}`;
  if (kind === 'progressed') return `a step forward, from ${was} to ${is}`;
  return `reads as ${is} now, was ${was}`;
}

/** A warm word on what the author wrote; null where nothing got better by it. */
export function praiseOfProgress(changes: readonly CriterionChange[]): string | null {
  const byText = changes.filter(({ counted, cause }) => counted && cause.startsWith('text'));
  const documented = byText.filter(({ kind }) => kind === 'documented').length;
  if (documented === 1) return 'One more is documented now. Well done!';
  if (documented > 1) return `${documented} more are documented now. Well done!`;
  return byText.some(({ kind }) => kind === 'progressed') ? 'A good step forward.' : null;
}
