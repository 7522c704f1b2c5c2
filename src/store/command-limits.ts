/** How many commands a thread and a repository may give, as arithmetic without a clock or a table. */

/**
 * Ours, of no other source: enough for a conversation about one README, and far below what GitHub lets an app write
 * (see `write-allowance.ts`), so that one thread cannot use up what a whole installation has.
 */
export const COMMANDS_PER_THREAD = 5;
/** Milliseconds in which a thread may give `COMMANDS_PER_THREAD`. */
export const COOLDOWN_MS = 5 * 60_000;
export const COMMANDS_PER_DAY = 100;
/** Milliseconds in which a repository may give `COMMANDS_PER_DAY`, and a person is answered once with a polite line. */
export const DAY_MS = 24 * 3_600_000;

/** Times are milliseconds since 1970. */
export interface EarlierCommand {
  readonly issueNumber: number;
  readonly at: number;
  /** Null where it was allowed. */
  readonly refused: Refusal['why'] | null;
  readonly told: boolean;
}

export interface Refusal {
  readonly why: 'cooldown' | 'daily-limit';
  readonly until: number;
  /** False where the thread was told of such a refusal within the same window. */
  readonly tell: boolean;
}

/**
 * Null where a command of the thread may be carried out now. Refused ones do not count. Where both limits are reached
 * the one is named that ends later. `earlier`: those of the repository.
 */
export function refuseCommand(
  earlier: readonly EarlierCommand[],
  issueNumber: number,
  now: number,
): Refusal | null {
  const inThread = earlier.filter(command => command.issueNumber === issueNumber);
  const ofDay = freeAgainAt(earlier, COMMANDS_PER_DAY, DAY_MS);
  const ofThread = freeAgainAt(inThread, COMMANDS_PER_THREAD, COOLDOWN_MS);
  const refuse = (why: Refusal['why'], until: number, windowMs: number): Refusal => {
    const told = inThread.some(({ refused, told, at }) => told && refused === why && at > now - windowMs);
    return { why, until, tell: !told };
  };
  if (Math.max(ofDay, ofThread) <= now) return null;
  return ofDay >= ofThread ? refuse('daily-limit', ofDay, DAY_MS) : refuse('cooldown', ofThread, COOLDOWN_MS);
}

/** When fewer than `limit` allowed ones lie within a window that ends then: the `limit`th newest has left it. */
function freeAgainAt(commands: readonly EarlierCommand[], limit: number, windowMs: number): number {
  const times = commands.filter(command => command.refused === null).map(command => command.at);
  const counted = times.sort((a, b) => b - a)[limit - 1];
  return counted === undefined ? 0 : counted + windowMs;
}
