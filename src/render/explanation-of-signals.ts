/** What the signals made of a criterion: points, what they must have, and the blocks that gave them. */
import type { BlockExplanation, SignalsExplanation } from '../review/explanation.ts';
import { quoteLine } from './explanation-of-passage.ts';
import { signalWords } from './feature-words.ts';
import { plain, points, signed } from './numbers.ts';
import { rangeWords } from './place.ts';
import { sumLines } from './sum-lines.ts';
import type { TerminalOptions } from './terminal.ts';
import { plural, VERDICTS } from './wording.ts';
import { wrap } from './wrap.ts';

const INDENT = '    ';
const INNER = '      ';

/** `alone` where no model had a say. */
export function signalsLines(
  signals: SignalsExplanation,
  alone: boolean,
  options: TerminalOptions,
): readonly string[] {
  const { verdict, thinFrom, presentFrom, presentNeeds, presentHas, blocks, blockCount } = signals;
  const says = alone ? 'decide alone' : `by themselves say ${VERDICTS[verdict].word}`;
  const thresholds = `thin from ${plain(thinFrom)}, present from ${plain(presentFrom)}`;
  const needs =
    presentHas.length > 0
      ? `with what present needs: ${list(presentHas)}`
      : `without what present needs, which is one of: ${list(presentNeeds)}`;
  const more = blockCount - blocks.length;
  return [
    ...wrap(
      `The signals ${says}: ${points(signals.points)} points (${thresholds}), ${needs}`,
      options.width,
      INDENT,
      INNER,
    ),
    ...blocks.flatMap(block => blockLines(block, options)),
    ...(more > 0 ? [`${INDENT}${plural(more, 'further block', 'further blocks')} with fewer points`] : []),
  ];
}

function blockLines(block: BlockExplanation, options: TerminalOptions): readonly string[] {
  const { paint, width } = options;
  const { share, signals, counts, quote } = block;
  const worths = signals.map(({ name, worth }) => `${signed(worth)} ${signalWords(name)}`);
  const here = share === 1 ? [] : [`all × ${plain(share)} in this place`];
  const whole = points(counts) === points(block.points) ? '' : `, of which ${points(counts)} count`;
  return [
    `${INDENT}${paint.cyan(`${rangeWords(block)}: ${points(block.points)} points${whole}`)}`,
    quoteLine(quote, INNER, options),
    ...sumLines([...worths, ...here], width, INNER),
  ];
}

function list(ids: readonly string[]): string {
  return ids.map(signalWords).join('; ');
}
