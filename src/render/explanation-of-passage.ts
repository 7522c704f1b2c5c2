/** What spoke for and against a passage at one level, the strongest first, so that all of it adds up to its score. */
import type { Contribution, Level, PassageExplanation } from '../review/explanation.ts';
import { featureWords } from './feature-words.ts';
import { signed } from './numbers.ts';
import { rangeWords } from './place.ts';
import { clip, visible } from './plain-text.ts';
import { sumLines } from './sum-lines.ts';
import type { TerminalOptions } from './terminal.ts';
import { LEVELS } from './wording.ts';
import { wrap } from './wrap.ts';

/** Contributions that are shown for it, and against it; of the others only the sum is. */
const MAX_CONTRIBUTIONS = 6;
/** Less than this is nothing at two digits. */
const LEAST = 0.005;
/** Code points of a word, or of a few in a row. */
const MAX_WORD = 40;
const INDENT = '    ';
const INNER = '      ';
/** Below the first words after `against`. */
const HANGING = '              ';

const SIDES: readonly { readonly name: string; has(contribution: Contribution): boolean }[] = [
  { name: 'for', has: ({ amount }) => amount > 0 },
  { name: 'against', has: ({ amount }) => amount < 0 },
];

export function passageLines(
  passage: PassageExplanation,
  level: Level,
  { width, paint }: TerminalOptions,
): readonly string[] {
  const { thin, present } = passage;
  const { bias, contributions } = passage[level];
  const scores = `${LEVELS.thin} ${signed(thin.score)}, ${LEVELS.present} ${signed(present.score)}`;
  return [
    `${INDENT}${paint.cyan(`${rangeWords(passage)}: ${scores}`)}`,
    quoteLine(passage.quote, INNER, { width, paint }),
    ...wrap(`${signed(bias)} to begin with`, width, INNER),
    ...SIDES.flatMap(({ name, has }) => sideLines(name, contributions.filter(has), width)),
  ];
}

function sideLines(side: string, contributions: readonly Contribution[], width: number): readonly string[] {
  const shown = contributions.slice(0, MAX_CONTRIBUTIONS).filter(({ amount }) => Math.abs(amount) >= LEAST);
  const rest = contributions.slice(shown.length);
  const sum = rest.reduce((total, { amount }) => total + amount, 0);
  const parts = [
    ...shown.map(contributionWords),
    ...(Math.abs(sum) < LEAST ? [] : [`${signed(sum)} in ${rest.length} more`]),
  ];
  if (parts.length === 0) return [];
  const [first, ...others] = sumLines(parts, width, HANGING);
  return [`${INNER}${side.padEnd(HANGING.length - INNER.length)}${first?.trimStart() ?? ''}`, ...others];
}

/** A README's own words on one line. */
export function quoteLine(
  quote: string,
  indent: string,
  { width, paint }: Pick<TerminalOptions, 'width' | 'paint'>,
): string {
  const room = Math.max(1, width - indent.length - 2);
  return `${indent}${paint.dim(`“${clip(visible(quote).trim(), room)}”`)}`;
}

function contributionWords({ kind, name, amount, said }: Contribution): string {
  return `${signed(amount)} ${CONTRIBUTIONS[kind](name)}${said === undefined ? '' : ` (${quoted(said)})`}`;
}

const CONTRIBUTIONS: Readonly<Record<Contribution['kind'], (name: string) => string>> = {
  feature: name => visible(featureWords(name)),
  word: quoted,
  'heading-word': name => `${quoted(name)} in a heading`,
  numbers: name => `numbers (${quoted(name)})`,
};

function quoted(words: string): string {
  return `“${clip(visible(words), MAX_WORD)}”`;
}
