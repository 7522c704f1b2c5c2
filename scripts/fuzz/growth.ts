/** Makes dear texts long, and looks at what they cost in a thread with the limits of production. */
import { TIME_LIMIT_MS } from '../../src/engine/thread-limits.ts';
import { MOST_GROWTH, STEPS, TOO_SHORT_TO_TELL } from '../../test/hostile/growth-limits.ts';
import type { Dice } from './dice.ts';
import type { Input } from './finding.ts';
import { mutate } from './mutators.ts';
import { anyRecipe, build, type Recipe } from './recipe.ts';
import type { Target } from './target.ts';
import type { TargetRunner } from './target-runner.ts';

/** A long text that was read, and what that took. */
export interface Measured {
  readonly target: string;
  readonly recipe: Recipe;
  readonly characters: number;
  /** Of processor time. */
  readonly milliseconds: number;
  readonly heapBytes: number;
}

interface Problem {
  readonly problem: string;
  readonly input: Input;
}

/** The sizes that are tried, from the longest on: each a third of the one before, down to this. Characters. */
const SHORTEST = 5_000;
/** Steps towards the largest size that is read, after the first that is. */
const STEPS_TO_THE_EDGE = 2;
const MOST_DEAR = 16;

export class Growth {
  readonly dice: Dice;
  readonly #target: Target;
  readonly #runner: TargetRunner;
  /** The dearest by time per character, and by memory per character. */
  #slow: Measured[] = [];
  #fat: Measured[] = [];
  #tried = 0;

  constructor(target: Target, runner: TargetRunner, dice: Dice) {
    this.#target = target;
    this.#runner = runner;
    this.dice = dice;
  }

  /** Long texts that were run. */
  get tried(): number {
    return this.#tried;
  }

  get dearest(): readonly Measured[] {
    return [...this.#slow, ...this.#fat];
  }

  /** Makes one long text of a short one, or of one that was dear before; says what does not hold. */
  async tryOne(source: string): Promise<readonly Problem[]> {
    const recipe = this.#recipe(source);
    const problems: Problem[] = [];
    let tooLarge: number | null = null;
    for (let size = this.#target.longest; size >= SHORTEST; size = Math.floor(size / 3)) {
      const read = await this.#measure(recipe, size, problems);
      if (read === 'failed') return problems;
      if (read === 'refused') {
        tooLarge = size;
        continue;
      }
      const edge = tooLarge === null ? read : await this.#edge(recipe, read, tooLarge, problems);
      this.#remember(edge);
      problems.push(...(await this.#growthOf(recipe, edge)));
      return problems;
    }
    return problems;
  }

  #recipe(source: string): Recipe {
    const { dice } = this;
    const dear = dice.chance(0.5) ? this.#slow : this.#fat;
    if (dear.length === 0 || dice.chance(0.5)) return anyRecipe(source, this.#target.heads, dice);
    const { recipe } = dice.pick(dear);
    const { dictionary } = this.#target;
    const unit = mutate({ text: recipe.unit, other: source, dictionary, dice }, 1_000);
    const head = dice.chance(0.3) ? dice.pick(this.#target.heads) : recipe.head;
    return { ...recipe, head, unit: unit || 'a' };
  }

  async #measure(
    recipe: Recipe,
    size: number,
    problems: Problem[],
  ): Promise<Measured | 'refused' | 'failed'> {
    this.#tried += 1;
    const input = { recipe, size };
    const text = build(recipe, size).slice(0, this.#target.longest);
    const run = await this.#runner.run({ target: this.#target.name, text, check: true });
    if ('died' in run) {
      problems.push({ problem: run.died, input });
      return 'failed';
    }
    const { milliseconds, heapBytes } = run;
    problems.push(...run.problems.map(problem => ({ problem, input })));
    if (milliseconds > TIME_LIMIT_MS) {
      problems.push({ problem: `time: ${Math.round(milliseconds)} ms of processor time`, input });
    }
    if (run.refused) return 'refused';
    return { target: this.#target.name, recipe, characters: text.length, milliseconds, heapBytes };
  }

  /** The dearest on the way from a size that is read towards one that is not. */
  async #edge(recipe: Recipe, read: Measured, tooLarge: number, problems: Problem[]): Promise<Measured> {
    let [low, high] = [read.characters, tooLarge];
    let largest = read;
    for (let step = 0; step < STEPS_TO_THE_EDGE; step += 1) {
      const middle = Math.floor((low + high) / 2);
      const measured = await this.#measure(recipe, middle, problems);
      if (measured === 'failed') break;
      if (measured === 'refused') high = middle;
      else [low, largest] = [middle, measured];
    }
    return largest;
  }

  async #growthOf(recipe: Recipe, { characters, milliseconds }: Measured): Promise<readonly Problem[]> {
    if (milliseconds < TOO_SHORT_TO_TELL) return [];
    let ratio = Number.POSITIVE_INFINITY;
    for (let times = 0; times < 2 && ratio > MOST_GROWTH; times += 1) {
      const small = await this.#measure(recipe, Math.floor(characters / STEPS), []);
      const large = await this.#measure(recipe, characters, []);
      if (typeof small === 'string' || typeof large === 'string') return [];
      ratio = Math.min(ratio, large.milliseconds / Math.max(small.milliseconds, 1));
    }
    if (ratio <= MOST_GROWTH) return [];
    const problem = `growth: four times the text takes ${ratio.toFixed(1)} times as long`;
    return [{ problem, input: { recipe, size: characters } }];
  }

  #remember(measured: Measured): void {
    this.#slow = best([...this.#slow, measured], ({ milliseconds, characters }) => milliseconds / characters);
    this.#fat = best([...this.#fat, measured], ({ heapBytes, characters }) => heapBytes / characters);
  }
}

function best<T>(items: readonly T[], by: (item: T) => number): T[] {
  return items.toSorted((a, b) => by(b) - by(a)).slice(0, MOST_DEAR);
}
