import type { Reaction } from '../../ports.ts';
import { DECLINED } from '../../render/replies/wording.ts';

/** What became of a command: come back at a time, or an answer. */
export type Answer =
  | { readonly kind: 'later'; readonly at: Date }
  | {
      readonly kind: 'answered';
      /** For the record, such as `done` or `declined: not-allowed`. */
      readonly result: string;
      /** Markdown; null where what was done speaks for itself. */
      readonly reply: string | null;
      readonly reaction: Exclude<Reaction, 'eyes'>;
    };

export function later(at: Date): Answer {
  return { kind: 'later', at };
}

export function done(reply: string | null): Answer {
  return { kind: 'answered', result: 'done', reply, reaction: 'rocket' };
}

/** `why` names the reason for the record; the answer is the line for it unless another is given. */
export function declined(why: keyof typeof DECLINED): Answer;
export function declined(why: string, reply: string | null): Answer;
export function declined(why: string, reply: string | null = lineFor(why)): Answer {
  return { kind: 'answered', result: `declined: ${why}`, reply, reaction: 'confused' };
}

function lineFor(why: string): string | null {
  return Object.entries(DECLINED).find(([reason]) => reason === why)?.[1] ?? null;
}
