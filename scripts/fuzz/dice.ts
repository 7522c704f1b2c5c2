/** Choices that follow from a seed alone. */
import { seededRandom } from '../accuracy/random.ts';

export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** True with that probability. */
  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  /** A whole number from 0 to below `end`; 0 where there is none. */
  below(end: number): number {
    return Math.floor(this.#random() * Math.max(1, end));
  }

  /** A whole number from 1 to `most`, small ones more often: each power of two is as likely. */
  few(most: number): number {
    return Math.floor(2 ** (this.#random() * Math.log2(most + 1)));
  }

  /** One of them. Throws a RangeError where there is none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A piece of a text, of at most so many characters. */
  slice(text: string, most = text.length): string {
    const start = this.below(text.length);
    return text.slice(start, start + this.few(most));
  }
}
