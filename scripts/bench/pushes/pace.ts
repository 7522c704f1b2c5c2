/** How pushes follow each other. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Begins each when its time has come, whatever became of those before, and tells it that time: who is made to wait by
 * a slow server is counted as waiting. Resolves when all have ended.
 */
export async function atRate<Item>(
  items: readonly Item[],
  perSecond: number,
  act: (item: Item, dueAt: number) => Promise<void>,
): Promise<void> {
  const started = performance.now();
  const begun: Promise<void>[] = [];
  for (const [index, item] of items.entries()) {
    const dueAt = started + (index * 1000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 0) await pause(early);
    begun.push(act(item, dueAt));
  }
  await Promise.all(begun);
}

/** So many at a time, as fast as they end. */
export async function sideBySide<Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const turn = async () => {
    for (const item of waiting) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
}
