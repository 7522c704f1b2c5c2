/** Where each kind of id starts: far apart, so that an id used for the wrong thing is found at once. */
const STARTS = {
  app: 300,
  account: 1_000,
  installation: 50_000,
  repository: 700_000,
  issue: 2_000_000,
  pull: 3_000_000,
  comment: 4_000_000,
  reaction: 5_000_000,
  checkSuite: 6_000_000,
  checkRun: 7_000_000,
  delivery: 8_000_000,
  token: 0,
  code: 0,
};

export type CounterName = keyof typeof STARTS;

/** Ids that are the same in every run. */
export class Counters {
  readonly #last = new Map<CounterName, number>();

  next(name: CounterName): number {
    const id = (this.#last.get(name) ?? STARTS[name]) + 1;
    this.#last.set(name, id);
    return id;
  }
}
