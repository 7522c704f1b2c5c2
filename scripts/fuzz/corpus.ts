/** The texts of one target that are worth changing further, and what is known of the code they reach. */
import type { Coverage } from './block-coverage.ts';
import type { Dice } from './dice.ts';

/** A text that was run, or is about to be. */
export interface Parentage {
  readonly text: string;
  /** Executions of blocks per character of the text it was made from; 0 where it was made from none. */
  readonly parentWork: number;
}

interface Entry {
  readonly text: string;
  readonly workPerCharacter: number;
}

/** Short texts take most of their work for what every text takes. Characters that are added to each length. */
const SHORT = 200;
/** So much more work per character than its parent makes a text dear. */
const DEARER = 1.2;
/** The dearest that are kept for being so. */
const MOST_DEAR = 60;
/** How many of the newest texts are chosen more often. */
const NEWEST = 40;

export class Corpus {
  readonly #entries: Entry[] = [];
  #dear: Entry[] = [];
  /** By block, a bit for each magnitude in which it ran. */
  readonly #seen = new Map<number, number>();

  /** Blocks that ran. */
  get blocks(): Iterable<number> {
    return this.#seen.keys();
  }

  get size(): number {
    return this.#entries.length;
  }

  /** A text to change, and how dear it is: any, a new one, or a dear one. Null while there is none. */
  choose(dice: Dice): Parentage | null {
    if (this.#entries.length === 0) return null;
    const from = dice.chance(0.4)
      ? this.#entries
      : dice.chance(0.6) || this.#dear.length === 0
        ? this.#entries.slice(-NEWEST)
        : this.#dear;
    const { text, workPerCharacter } = dice.pick(from);
    return { text, parentWork: workPerCharacter };
  }

  /**
   * Keeps a text that reached a new block, or an old one far more or less often, or that is dearer than its parent; answers
   * whether it does.
   */
  consider({ text, parentWork }: Parentage, coverage: Coverage): boolean {
    const workPerCharacter = coverage.work / (text.length + SHORT);
    const entry = { text, workPerCharacter };
    const isNew = this.#see(coverage);
    const isDear = parentWork > 0 && workPerCharacter > DEARER * parentWork && this.#isAmongDearest(entry);
    if (isDear) this.#keepDear(entry);
    if (isNew || isDear) this.#entries.push(entry);
    return isNew || isDear;
  }

  #see({ blocks, magnitudes }: Coverage): boolean {
    let isNew = false;
    blocks.forEach((block, at) => {
      const bit = 1 << (magnitudes[at] ?? 0);
      const seen = this.#seen.get(block) ?? 0;
      if ((seen & bit) !== 0) return;
      this.#seen.set(block, seen | bit);
      isNew = true;
    });
    return isNew;
  }

  #isAmongDearest({ workPerCharacter }: Entry): boolean {
    return this.#dear.length < MOST_DEAR || workPerCharacter > (this.#dear.at(-1)?.workPerCharacter ?? 0);
  }

  #keepDear(entry: Entry): void {
    this.#dear = [...this.#dear, entry]
      .sort((a, b) => b.workPerCharacter - a.workPerCharacter)
      .slice(0, MOST_DEAR);
  }
}
