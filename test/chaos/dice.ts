/** Choices made by a source of numbers in [0, 1). */
export interface Dice {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** Fails where there is nothing to choose from. */
  oneOf<Item>(items: readonly Item[]): Item;
  /** One of the items, each as likely as its weight. */
  weighted<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
}

export function diceOf(random: () => number): Dice {
  const below = (bound: number) => Math.floor(random() * bound);
  return {
    below,
    oneOf: items => demand(items[below(items.length)]),
    weighted(items) {
      let left = random() * items.reduce((sum, [weight]) => sum + weight, 0);
      const chosen = items.find(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return demand(chosen)[1];
    },
  };
}

function demand<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}
