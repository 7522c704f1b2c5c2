/** The `state` that goes to GitHub and must come back: a callback without it was not begun here. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../ports.ts';

/** How long registering may take. GitHub's code lives for an hour, an open port should not. */
export const LIFETIME_MS = 15 * 60_000;

export type Redeemed = 'good' | 'missing' | 'wrong' | 'used' | 'expired';

export interface OneTimeState {
  /** 256 random bits as base64url: the one that is good now, or a new one. */
  current(): string;
  /** Good once. A wrong one takes nothing from the right one. */
  redeem(given: string | undefined): Redeemed;
}

interface Issued {
  readonly text: string;
  readonly expiresAt: number;
}

export function createOneTimeState(clock: Clock): OneTimeState {
  let issued: Issued | null = null;
  const used: string[] = [];
  const now = () => clock.now().getTime();

  return {
    current() {
      if (issued === null || issued.expiresAt <= now()) {
        issued = { text: randomBytes(32).toString('base64url'), expiresAt: now() + LIFETIME_MS };
      }
      return issued.text;
    },
    redeem(given) {
      if (given === undefined || given === '') return 'missing';
      if (used.some(text => isSame(text, given))) return 'used';
      if (issued === null || !isSame(issued.text, given)) return 'wrong';
      const { text, expiresAt } = issued;
      issued = null;
      used.push(text);
      return expiresAt <= now() ? 'expired' : 'good';
    },
  };
}

/** In a time that does not tell how much of it is right. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
