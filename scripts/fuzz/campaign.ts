/**
 * A fuzzing campaign. Two things take turns: short texts are changed as long as they reach other code or take more work
 * per character, which follows from the seed alone; and pieces of them are repeated up to the largest size that is read,
 * in threads with the limits of production, where time and memory are measured.
 */
import { TIME_LIMIT_MS } from '../../src/engine/thread-limits.ts';
import { shuffled } from '../accuracy/random.ts';
import { Corpus, type Parentage } from './corpus.ts';
import { Dice } from './dice.ts';
import { type Finding, type Input, kindOf, textOf } from './finding.ts';
import { Growth, type Measured } from './growth.ts';
import { minimize } from './minimize.ts';
import { mutate } from './mutators.ts';
import type { Target } from './target.ts';
import { type Run, TargetRunner } from './target-runner.ts';

export interface CampaignOptions {
  readonly targets: readonly Target[];
  /** The module that exports them as `TARGETS`, for threads. */
  readonly module: URL;
  /** How the URLs of the scripts begin whose blocks guide it. */
  readonly covered: string;
  readonly seed: number;
  /** Texts that are made by changing others, at most. */
  readonly inputs: number;
  /** Begins nothing new after so long. */
  readonly seconds: number;
  /** Of each target's seeds, at most. */
  readonly seeds: number;
  readonly onFinding: (finding: Finding) => void;
}

export interface CampaignResult {
  /** Short texts that were run, the seeds among them. */
  readonly inputs: number;
  /** Long texts that were run. */
  readonly grown: number;
  /** Blocks that ran with the seeds alone, and in the end. */
  readonly blocksOfSeeds: number;
  readonly blocks: number;
  /** Texts worth changing, in the end. */
  readonly corpus: number;
  /** Of the long texts that were read. */
  readonly dearest: {
    readonly perCharacter: Measured | null;
    readonly whole: Measured | null;
    readonly heap: Measured | null;
  };
  readonly findings: readonly Finding[];
}

/** Characters of a text that is changed: longer ones only take longer. */
const LONGEST_CHANGED = 6_000;
/** One long text is tried after so many short ones. */
const LONG_AFTER = 12;
/** What costs a thread is told as it was met: each try to shorten it would cost another. */
const KILLS = /^(?:hangs|memory|crashes)/;
/** The oracles are asked of each seed and each text that is kept, and of so many of the others. */
const CHECKED_ANYWAY = 0.2;
/** A short text that takes so long while it is counted is looked at again without counting. Milliseconds. */
const SUSPICIOUS = 400;
const TRIES_TO_SHORTEN = 400;
/** Of what is only seen by taking long. */
const TRIES_TO_SHORTEN_DEAR = 12;

export function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  return new Campaign(options).run();
}

class Campaign {
  readonly #options: CampaignOptions;
  readonly #dice: Dice;
  readonly #until: number;
  /** Counts blocks, and so takes longer than production. */
  readonly #counting: TargetRunner;
  readonly #plain: TargetRunner;
  readonly #corpora = new Map<Target, Corpus>();
  readonly #growths = new Map<Target, Growth>();
  readonly #known = new Set<string>();
  readonly #findings: Finding[] = [];
  #inputs = 0;

  constructor(options: CampaignOptions) {
    const { covered, module, seed, seconds, targets } = options;
    this.#options = options;
    this.#dice = new Dice(seed);
    this.#until = performance.now() + seconds * 1000;
    this.#counting = new TargetRunner({ targets: module.href, covered });
    this.#plain = new TargetRunner({ targets: module.href, covered: null });
    for (const target of targets) {
      this.#corpora.set(target, new Corpus());
      // Dice of its own: what is measured must not change what is explored.
      this.#growths.set(target, new Growth(target, this.#plain, new Dice(seed + 1)));
    }
  }

  async run(): Promise<CampaignResult> {
    const { targets, inputs } = this.#options;
    const turns = targets.flatMap(target => Array.from({ length: target.turns }, () => target));
    try {
      for (const target of targets) await this.#sow(target);
      const blocksOfSeeds = this.#blocks();
      for (let made = 0; made < inputs && !this.#isOver(); made += 1) {
        const target = this.#dice.pick(turns);
        await this.#explore(target);
        if (made % LONG_AFTER === LONG_AFTER - 1) await this.#grow(target);
      }
      return this.#result(blocksOfSeeds);
    } finally {
      await this.#counting.close();
      await this.#plain.close();
    }
  }

  async #sow(target: Target): Promise<void> {
    const { seed, seeds } = this.#options;
    const random = new Dice(seed);
    for (const text of shuffled(target.seeds(), () => random.below(2 ** 30) / 2 ** 30).slice(0, seeds)) {
      if (this.#isOver()) return;
      await this.#try(target, { text: text.slice(0, LONGEST_CHANGED), parentWork: 0 });
    }
  }

  async #explore(target: Target): Promise<void> {
    const corpus = this.#corpusOf(target);
    const parent = corpus.choose(this.#dice);
    if (parent === null) return;
    const other = corpus.choose(this.#dice)?.text ?? '';
    const { dictionary, longest } = target;
    const text = mutate(
      { text: parent.text, other, dictionary, dice: this.#dice },
      Math.min(longest, LONGEST_CHANGED),
    );
    await this.#try(target, { ...parent, text });
  }

  async #try(target: Target, child: Parentage): Promise<void> {
    this.#inputs += 1;
    const { text } = child;
    const request = { target: target.name, text };
    const run = await this.#counting.run({ ...request, check: false });
    const isKept =
      !('died' in run) && run.coverage !== null && this.#corpusOf(target).consider(child, run.coverage);
    const isChecked = this.#dice.chance(CHECKED_ANYWAY) || isKept || child.parentWork === 0;
    const checked = isChecked ? await this.#counting.run({ ...request, check: true }) : run;
    await this.#hear(target, problemsOf(checked), { text }, this.#counting);
    if ('died' in run || run.milliseconds < SUSPICIOUS) return;
    const plain = await this.#plain.run({ ...request, check: true });
    await this.#hear(target, [...problemsOf(plain), ...tooSlow(plain)], { text }, this.#plain);
  }

  async #grow(target: Target): Promise<void> {
    const source = this.#corpusOf(target).choose(this.#growthOf(target).dice)?.text;
    if (source === undefined) return;
    for (const { problem, input } of await this.#growthOf(target).tryOne(source)) {
      await this.#hear(target, [problem], input, this.#plain);
    }
  }

  /** Tells of each kind of problem once, with the shortest text that has it. */
  async #hear(
    target: Target,
    problems: readonly string[],
    input: Input,
    runner: TargetRunner,
  ): Promise<void> {
    const { seed, onFinding } = this.#options;
    for (const problem of problems) {
      const kind = kindOf({ target: target.name, problem });
      if (this.#known.has(kind)) continue;
      this.#known.add(kind);
      const hasIt = async (shorter: Input) => {
        const run = await runner.run({ target: target.name, text: textOf(shorter), check: true });
        return [...problemsOf(run), ...tooSlow(run)].some(
          each => kindOf({ target: target.name, problem: each }) === kind,
        );
      };
      const shortest = KILLS.test(problem) ? input : await shorten(input, hasIt);
      const finding = { target: target.name, seed, problem, input: shortest };
      this.#findings.push(finding);
      onFinding(finding);
    }
  }

  #result(blocksOfSeeds: number): CampaignResult {
    const growths = [...this.#growths.values()];
    const measured = growths.flatMap(({ dearest }) => dearest);
    return {
      inputs: this.#inputs,
      grown: growths.reduce((sum, { tried }) => sum + tried, 0),
      blocksOfSeeds,
      blocks: this.#blocks(),
      corpus: [...this.#corpora.values()].reduce((sum, { size }) => sum + size, 0),
      dearest: {
        perCharacter: largest(measured, ({ milliseconds, characters }) => milliseconds / characters),
        whole: largest(measured, ({ milliseconds }) => milliseconds),
        heap: largest(measured, ({ heapBytes }) => heapBytes),
      },
      findings: this.#findings,
    };
  }

  /** Of all targets together: a block of code that two of them reach is one. */
  #blocks(): number {
    const blocks = new Set<number>();
    for (const corpus of this.#corpora.values()) for (const block of corpus.blocks) blocks.add(block);
    return blocks.size;
  }

  #isOver(): boolean {
    return performance.now() > this.#until;
  }

  #corpusOf(target: Target): Corpus {
    return partOf(this.#corpora, target);
  }

  #growthOf(target: Target): Growth {
    return partOf(this.#growths, target);
  }
}

function partOf<T>(parts: ReadonlyMap<Target, T>, target: Target): T {
  const part = parts.get(target);
  if (part === undefined) throw new Error(`${target.name} is no target of this campaign`);
  return part;
}

function problemsOf(run: Run): readonly string[] {
  return 'died' in run ? [run.died] : run.problems;
}

/** What is read has to be read within the time limit of a thread. */
export function tooSlow(run: Run): readonly string[] {
  if ('died' in run || run.milliseconds <= TIME_LIMIT_MS) return [];
  return [`time: ${Math.round(run.milliseconds)} ms of processor time`];
}

async function shorten(input: Input, hasIt: (shorter: Input) => Promise<boolean>): Promise<Input> {
  // What is not seen again, such as a time at the very limit, is told as it was met.
  if (!(await hasIt(input))) return input;
  if ('text' in input) {
    return { text: await minimize(input.text, text => hasIt({ text }), TRIES_TO_SHORTEN) };
  }
  const { recipe, size } = input;
  const ask = (part: 'unit' | 'head') => async (shorter: string) =>
    (part === 'head' || shorter !== '') && (await hasIt({ recipe: { ...recipe, [part]: shorter }, size }));
  const unit = await minimize(recipe.unit, ask('unit'), TRIES_TO_SHORTEN_DEAR);
  return { recipe: { ...recipe, unit }, size };
}

function largest<T>(items: readonly T[], by: (item: T) => number): T | null {
  return items.reduce<T | null>((best, item) => (best === null || by(item) > by(best) ? item : best), null);
}
