/** A text of any size, told by its parts: what makes a short dear text a long one. */
import { z } from 'zod';
import type { Dice } from './dice.ts';
import { PAIRS } from './mutators.ts';

export const Recipe = z.object({
  head: z.string(),
  unit: z.string().min(1),
  /** Stands as often behind all units as these do; '' for none. */
  close: z.string(),
  /** Whether each unit's digits, or its end where it has none, tell its position: no two are the same. */
  counted: z.boolean(),
});
export type Recipe = z.infer<typeof Recipe>;

/** At most `size` characters, and one unit at least where that is more. */
export function build({ head, unit, close, counted }: Recipe, size: number): string {
  const room = Math.max(0, size - head.length);
  if (!counted) {
    const times = Math.max(1, Math.floor(room / (unit.length + close.length)));
    return head + unit.repeat(times) + close.repeat(times);
  }
  const parts = [head];
  for (let length = 0, position = 0; ; position += 1) {
    const part = numbered(unit, position);
    length += part.length + close.length;
    if (position > 0 && length > room) return parts.join('') + close.repeat(position);
    parts.push(part);
  }
}

function numbered(unit: string, position: number): string {
  const digits = /\d+/g;
  return digits.test(unit) ? unit.replaceAll(digits, String(position)) : `${unit}${position.toString(36)} `;
}

const LONGEST_UNIT = 400;

/**
 * A way to make a text long: a piece or some lines of it again and again, behind its beginning or one of `heads`, or what
 * opens and what closes.
 */
export function anyRecipe(text: string, heads: readonly string[], dice: Dice): Recipe {
  const head = dice.pick(heads);
  const counted = dice.chance(0.25);
  if (dice.chance(0.1)) {
    const [open, close] = dice.pick(PAIRS);
    const unit = dice.chance(0.5) ? open : open + dice.slice(text, 6);
    return { head, unit, close: dice.chance(0.7) ? close : '', counted: false };
  }
  if (dice.chance(0.25)) {
    const piece = dice.slice(text, LONGEST_UNIT);
    return { head: head + text.slice(0, dice.below(text.length)), unit: piece || 'a', close: '', counted };
  }
  const unit = dice.chance(0.5) ? someLines(text, dice) : dice.slice(text, LONGEST_UNIT);
  return { head, unit: unit || 'a', close: '', counted };
}

function someLines(text: string, dice: Dice): string {
  const lines = text.split('\n');
  const start = dice.below(lines.length);
  return `${lines.slice(start, start + dice.few(8)).join('\n')}\n`;
}
