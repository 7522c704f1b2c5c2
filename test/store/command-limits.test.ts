import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  COMMANDS_PER_DAY,
  COMMANDS_PER_THREAD,
  COOLDOWN_MS,
  DAY_MS,
  type EarlierCommand,
  type Refusal,
  refuseCommand,
} from '../../src/store/command-limits.ts';

interface Asked {
  readonly issueNumber: number;
  readonly at: number;
  readonly refusal: Refusal | null;
}

/** Commands one after another, each so long after the one before, with what became of them. */
function ask(commands: readonly { readonly pause: number; readonly thread: number }[]): Asked[] {
  const asked: Asked[] = [];
  let at = Date.UTC(2026, 0, 5);
  for (const { pause, thread } of commands) {
    at += pause;
    const earlier = asked.map(
      ({ issueNumber, at, refusal }): EarlierCommand => ({
        issueNumber,
        at,
        refused: refusal?.why ?? null,
        told: refusal?.tell ?? false,
      }),
    );
    asked.push({ issueNumber: thread, at, refusal: refuseCommand(earlier, thread, at) });
  }
  return asked;
}

/** The most of them in any window that long; one that is exactly as old as the window has left it. */
function mostWithin(commands: readonly Asked[], windowMs: number): number {
  const counts = commands.map(
    last => commands.filter(({ at }) => at <= last.at && at > last.at - windowMs).length,
  );
  return Math.max(0, ...counts);
}

const storms = fc.array(
  fc.record({
    pause: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: DAY_MS / 20 })),
    thread: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 300 },
);
const threadsOf = (asked: readonly Asked[]) =>
  [...new Set(asked.map(({ issueNumber }) => issueNumber))].map(thread =>
    asked.filter(({ issueNumber }) => issueNumber === thread),
  );

describe('refuseCommand', () => {
  test('never lets a thread or a repository pass its limit, however it is asked', () => {
    fc.assert(
      fc.property(storms, storm => {
        const allowed = ask(storm).filter(({ refusal }) => refusal === null);
        expect(mostWithin(allowed, DAY_MS)).toBeLessThanOrEqual(COMMANDS_PER_DAY);
        for (const ofThread of threadsOf(allowed)) {
          expect(mostWithin(ofThread, COOLDOWN_MS)).toBeLessThanOrEqual(COMMANDS_PER_THREAD);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('names a time that is not over yet', () => {
    fc.assert(
      fc.property(storms, storm => {
        for (const { at, refusal } of ask(storm)) if (refusal) expect(refusal.until).toBeGreaterThan(at);
      }),
      { numRuns: 50 },
    );
  });

  test('lets one through that comes back when told, if nobody was faster', () => {
    const burst = Array.from({ length: COMMANDS_PER_THREAD }, () => ({ pause: 1_000, thread: 1 }));
    const refused = ask([...burst, { pause: 0, thread: 1 }]).at(-1);
    const wait = (refused?.refusal?.until ?? 0) - (refused?.at ?? 0);
    const comingBack = (pause: number) => ask([...burst, { pause, thread: 1 }]).at(-1)?.refusal;
    expect(comingBack(wait - 1)).toMatchObject({ why: 'cooldown' });
    expect(comingBack(wait)).toBeNull();
  });

  test('tells a thread at most once of a kind within its window', () => {
    fc.assert(
      fc.property(storms, storm => {
        const told = ask(storm).filter(({ refusal }) => refusal?.tell);
        for (const ofThread of threadsOf(told)) {
          const cooldowns = ofThread.filter(({ refusal }) => refusal?.why === 'cooldown');
          const days = ofThread.filter(({ refusal }) => refusal?.why === 'daily-limit');
          expect(mostWithin(cooldowns, COOLDOWN_MS)).toBeLessThanOrEqual(1);
          expect(mostWithin(days, DAY_MS)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
