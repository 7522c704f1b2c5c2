/**
 * Works on `limit` items at a time and gives the results in the items' order, each as soon as those before it are
 * there. `work` must answer failures as values: a rejection ends the whole.
 */
export async function* mapInOrder<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    running.push(work(item));
    const [oldest] = running;
    if (running.length < limit || oldest === undefined) continue;
    yield await oldest;
    running.shift();
  }
  for (const result of running) yield await result;
}
