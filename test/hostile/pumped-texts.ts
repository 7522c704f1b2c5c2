/** Texts that lead a regular expression as far as its parts without an upper bound, again and again. */
import { type AST, parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp';

/** Tried in this order for a character that a class holds. */
const CHARACTERS = [
  ...'aA1 .-/_"#@:\t\n,(é…：我│→$€０👩',
  '\u{1d400}',
  '\u0301',
  '\u202a',
  '\u{1f3fb}',
  '\u{1f1e6}',
];
/** What no expression ends with, so that a match must be given up. */
const TAILS = ['', '\0\n'];

/**
 * For each `+`, `*` and `{n,}` what stands before it, what it repeats, and both, each so often that the text is about
 * `length` characters long: `/x[ab]+y/` → `xxx…`, `aaa…`, `xaxaxa…`, the same as words, and with an end that fits nothing.
 */
export function pumpedTexts(regExp: RegExp, length: number): readonly string[] {
  const units = new Set<string>();
  visitRegExpAST(parseRegExpLiteral(regExp), {
    onQuantifierEnter(node) {
      if (node.max !== Number.POSITIVE_INFINITY) return;
      const repeated = example(node.element, regExp.flags);
      const lead = before(node, regExp.flags);
      for (const unit of [lead, repeated, lead + repeated]) units.add(unit).add(`${unit} `);
    },
  });
  return [...units]
    .filter(unit => unit !== '')
    .flatMap(unit => TAILS.map(tail => unit.repeat(length / unit.length) + tail));
}

/** A shortest text on the way to a part of an expression. */
function before(node: AST.Quantifier | AST.Group | AST.CapturingGroup | AST.Element, flags: string): string {
  const { parent } = node;
  if (parent.type === 'Quantifier') return before(parent, flags);
  if (parent.type !== 'Alternative') return '';
  const own = parent.elements.slice(0, parent.elements.indexOf(node)).map(each => example(each, flags));
  const around = parent.parent;
  const outer = around.type === 'Group' || around.type === 'CapturingGroup' ? before(around, flags) : '';
  return outer + own.join('');
}

/** A short text that a part of an expression matches. */
function example(node: AST.Element, flags: string): string {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const one = new RegExp(`^${node.raw}$`, flags.replaceAll(/[gy]/g, ''));
      return CHARACTERS.find(character => one.test(character)) ?? '';
    }
    case 'Group':
    case 'CapturingGroup':
      return (node.alternatives[0]?.elements ?? []).map(each => example(each, flags)).join('');
    case 'Quantifier':
      return example(node.element, flags).repeat(node.min);
    default:
      return '';
  }
}
