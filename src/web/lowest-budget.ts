import type { RequestBudget } from '../ports.ts';

/** The smallest of many request budgets, without saying whose it is. */
export interface LowestBudget {
  note(budget: RequestBudget): void;
  /** Each resource with its smallest remainder, of the budgets that hold at that time. */
  at(now: Date): ReadonlyMap<string, number>;
}

/**
 * GitHub gives each installation an hour of its own, told by when it ends. Within one such hour the remainder only falls,
 * so the smallest one said is the newest; two installations whose hours end in the same second are as one, which is
 * right for the smallest. At most one entry for each second of an hour is kept.
 */
export function lowestBudget(): LowestBudget {
  const hours = new Map<string, Map<number, number>>();

  function forgetOver(now: Date): void {
    for (const [resource, ends] of hours) {
      for (const end of ends.keys()) if (end <= +now) ends.delete(end);
      if (ends.size === 0) hours.delete(resource);
    }
  }

  return {
    note({ resource, remaining, resetsAt }) {
      const ends = hours.get(resource) ?? new Map<number, number>();
      hours.set(resource, ends);
      ends.set(+resetsAt, Math.min(remaining, ends.get(+resetsAt) ?? remaining));
    },
    at(now) {
      forgetOver(now);
      return new Map([...hours].map(([resource, ends]) => [resource, Math.min(...ends.values())]));
    },
  };
}
