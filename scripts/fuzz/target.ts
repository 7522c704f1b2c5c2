/** Something that reads strangers' text, as the fuzzer sees it. */
export interface Target {
  readonly name: string;
  /** How many turns it takes for one of the least. */
  readonly turns: number;
  /** Characters; what is longer is turned away before it is read. */
  readonly longest: number;
  /** What the corpus begins with. */
  readonly seeds: () => readonly string[];
  /** Tokens that mean something to it, for mutations. */
  readonly dictionary: readonly string[];
  /** Beginnings after which what is repeated is read in earnest; '' among them. */
  readonly heads: readonly string[];
  /** Does the whole work, once. What it throws is a finding. */
  readonly run: (text: string) => Work;
}

export interface Work {
  /** All that came of it, to be compared byte for byte with what comes of it again. */
  readonly output: string;
  /** True where it was turned away because of what it would cost. */
  readonly refused?: boolean;
  /** What does not hold of it, one line each: the oracles. Not part of the work. */
  readonly problems: () => readonly string[];
}
