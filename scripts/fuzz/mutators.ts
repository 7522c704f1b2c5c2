/**
 * Ways to make another text of one: those that know how Markdown nests, repeats and delimits, and those that know
 * nothing but characters. Each is a pure function of the text and the dice.
 */
import type { Dice } from './dice.ts';

interface Material {
  readonly text: string;
  /** Another text of the corpus. */
  readonly other: string;
  readonly dictionary: readonly string[];
  readonly dice: Dice;
}

type Mutator = (material: Material) => string;

/** Mutations one on top of another, most often few of them. */
const MOST_AT_ONCE = 6;
const MOST_REPEATS = 300;
/** Characters of what is repeated, moved or taken away at once. */
const LONGEST_SLICE = 120;

/** What opens and what closes it. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['[', '](b)'],
  ['![', '](b)'],
  ['(', ')'],
  ['<', '>'],
  ['*', '*'],
  ['**', '**'],
  ['_', '_'],
  ['~~', '~~'],
  ['`', '`'],
  ['"', '"'],
  ['<!-- ', ' -->'],
  ['<div>', '</div>'],
  ['<b>', '</b>'],
  ['<ul><li>', '</li></ul>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<details><summary>', '</summary></details>'],
  ['<pre>', '</pre>'],
  ['{', '}'],
  ['{a: ', '}'],
  ['> ', '\n'],
  ['- ', '\n'],
  ['|', '|\n'],
];
const DELIMITERS = [
  '*',
  '_',
  '`',
  '~',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '|',
  '#',
  '-',
  '+',
  '!',
  '"',
  ':',
  '&',
  '\\',
];
const LINE_STARTS = ['> ', '- ', '* ', '1. ', '  ', '    ', '\t', '# ', '|', '>', ': ', '- [ ] ', '<p>'];
const LINE_ENDS = ['\n', '\r\n', '\r', '\n\n', '  \n', '\\\n', '\u2028'];
const ODD_CHARACTERS = [
  '\0',
  '\u0001',
  '\u001b',
  '\u0085',
  '\u00a0',
  '\u0301',
  '\u200b',
  '\u200d',
  '\u202e',
  '\ufdfa',
  '\ufeff',
  '\ufffd',
  '\ud83d',
  '\udca9',
  '😀',
  '漢',
  '𝐀',
  'ß',
  'İ',
];
const NUMBERS = ['0', '1', '-1', '1e9', '1e999', '99999999999999999999', '0.1', '1,000,000', '50 %', '٣'];

/** Another text, of at most `longest` characters. */
export function mutate(material: Material, longest: number): string {
  const { dice } = material;
  let { text } = material;
  for (let left = dice.few(MOST_AT_ONCE); left > 0; left -= 1)
    text = dice.pick(MUTATORS)({ ...material, text });
  return text.slice(0, longest);
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

const cross: Mutator = ({ text, other, dice }) =>
  text.slice(0, dice.below(text.length + 1)) + other.slice(dice.below(other.length));

const borrow: Mutator = ({ text, other, dice }) =>
  insert(text, dice.below(text.length + 1), dice.slice(other, LONGEST_SLICE * 4));

const borrowLines: Mutator = ({ text, other, dice }) => {
  const lines = other.split('\n');
  const start = dice.below(lines.length);
  const own = text.split('\n');
  own.splice(dice.below(own.length + 1), 0, ...lines.slice(start, start + dice.few(12)));
  return own.join('\n');
};

const repeatSlice: Mutator = ({ text, dice }) => {
  const start = dice.below(text.length);
  const piece = text.slice(start, start + dice.few(LONGEST_SLICE));
  return insert(text, start, piece.repeat(dice.few(MOST_REPEATS)));
};

const repeatLines: Mutator = ({ text, dice }) => {
  const lines = text.split('\n');
  const start = dice.below(lines.length);
  const unit = `${lines.slice(start, start + dice.few(6)).join('\n')}\n`;
  return [...lines.slice(0, start), unit.repeat(dice.few(MOST_REPEATS)) + lines.slice(start).join('\n')].join(
    '\n',
  );
};

const nest: Mutator = ({ text, dice }) => {
  const [open, close] = dice.pick(PAIRS);
  const depth = dice.few(MOST_REPEATS);
  const start = dice.below(text.length + 1);
  const end = start + dice.few(LONGEST_SLICE);
  const ends = dice.chance(0.7) ? close.repeat(depth) : '';
  return text.slice(0, start) + open.repeat(depth) + text.slice(start, end) + ends + text.slice(end);
};

const swapDelimiters: Mutator = ({ text, dice }) => {
  const one = dice.pick(DELIMITERS);
  const other = dice.pick(DELIMITERS);
  if (dice.chance(0.5)) return text.replaceAll(one, other);
  const at = text.indexOf(one, dice.below(text.length));
  return at < 0
    ? insert(text, dice.below(text.length), other)
    : text.slice(0, at) + other + text.slice(at + 1);
};

const startLines: Mutator = ({ text, dice }) => {
  const lines = text.split('\n');
  const start = dice.below(lines.length);
  const end = start + dice.few(40);
  const mark = dice.pick(LINE_STARTS).repeat(dice.few(8));
  return lines.map((line, at) => (at >= start && at < end ? mark + line : line)).join('\n');
};

const endLines: Mutator = ({ text, dice }) => {
  const end = dice.pick(LINE_ENDS);
  if (dice.chance(0.3)) return text.replaceAll('\n', end);
  return insert(text, dice.below(text.length + 1), end);
};

const moveLines: Mutator = ({ text, dice }) => {
  const lines = text.split('\n');
  const moved = lines.splice(dice.below(lines.length), dice.few(10));
  lines.splice(dice.below(lines.length + 1), 0, ...moved);
  return lines.join('\n');
};

const insertToken: Mutator = ({ text, dictionary, dice }) => {
  const token = dictionary.length === 0 ? dice.pick(DELIMITERS) : dice.pick(dictionary);
  const spaced = dice.chance(0.5) ? ` ${token} ` : token;
  return insert(text, dice.below(text.length + 1), spaced.repeat(dice.chance(0.2) ? dice.few(40) : 1));
};

const takeAway: Mutator = ({ text, dice }) => {
  const start = dice.below(text.length);
  return text.slice(0, start) + text.slice(start + dice.few(LONGEST_SLICE * 4));
};

const keepSlice: Mutator = ({ text, dice }) => dice.slice(text);

const oddCharacter: Mutator = ({ text, dice }) =>
  insert(
    text,
    dice.below(text.length + 1),
    dice.pick(ODD_CHARACTERS).repeat(dice.chance(0.2) ? dice.few(200) : 1),
  );

const anyCharacter: Mutator = ({ text, dice }) => {
  const at = dice.below(text.length);
  const code = dice.chance(0.8) ? dice.below(0x80) : dice.below(0x10000);
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + dice.below(2));
};

const number: Mutator = ({ text, dice }) => {
  const digits = /\d+/g;
  digits.lastIndex = dice.below(text.length);
  const found = digits.exec(text);
  const other = dice.pick(NUMBERS);
  if (found === null) return insert(text, dice.below(text.length + 1), other);
  return text.slice(0, found.index) + other + text.slice(found.index + found[0].length);
};

const MUTATORS: readonly Mutator[] = [
  cross,
  borrow,
  borrowLines,
  repeatSlice,
  repeatLines,
  nest,
  swapDelimiters,
  startLines,
  endLines,
  moveLines,
  insertToken,
  insertToken,
  takeAway,
  keepSlice,
  oddCharacter,
  anyCharacter,
  number,
];
