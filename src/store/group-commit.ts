/** Many small writes, one commit: what arrives while the disk is busy is written together. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Bounds how long one commit keeps the event loop busy; about ten milliseconds of deliveries. */
export const MAX_GROUP = 100;

/**
 * For how long a group is gathered while each turn of the event loop brings more. Each group costs a dozen statements and
 * a sync of the disk, however large it is; a delivery waits for that anyway.
 */
export const MAX_GATHER_MS = 5;

export interface GroupCommit<Item, Result> {
  /** Resolves after the commit that holds the item. */
  submit(item: Item): Promise<Result>;
  /** Resolves when nothing waits to be written. */
  drained(): Promise<void>;
}

interface Entry<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * `write` writes a group in one transaction and answers one result for each item, in order. When a group fails, each of
 * its items is written alone, so that a bad one fails by itself; unless the failure is about no single one of them.
 */
export function groupCommit<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  isAboutOne: (error: unknown) => boolean = () => true,
): GroupCommit<Item, Result> {
  const waiting: Entry<Item, Result>[] = [];
  let writing: Promise<void> | null = null;

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      await gather();
      await writeGroup(waiting.splice(0, MAX_GROUP));
    }
    writing = null;
  }

  /** Each turn of the event loop brings what has arrived by then; who comes alone is not kept waiting for others. */
  async function gather(): Promise<void> {
    const started = performance.now();
    let before = 0;
    while (
      waiting.length > before &&
      waiting.length < MAX_GROUP &&
      performance.now() - started < MAX_GATHER_MS
    ) {
      before = waiting.length;
      await nextTurn();
    }
  }

  async function writeGroup(group: readonly Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await write(group.map(entry => entry.item));
      for (const [index, result] of results.entries()) group[index]?.resolve(result);
    } catch (error) {
      if (group.length > 1 && isAboutOne(error)) for (const entry of group) await writeGroup([entry]);
      else for (const entry of group) entry.reject(error);
    }
  }

  return {
    submit: item =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        writing ??= writeWaiting();
      }),
    drained: async () => {
      await writing;
    },
  };
}
