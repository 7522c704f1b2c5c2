/** Precision, recall and F1 of finding something: one level of a criterion, a flag. */

export interface Detection {
  /** Of those found, the share that is right; NaN where nothing was found. */
  readonly precision: number;
  /** Of those there are, the share that was found; NaN where there are none. */
  readonly recall: number;
  /** NaN where nothing was found and there was nothing to find. */
  readonly f1: number;
}

/** Compares what is there with what was found, item by item. */
export function detect(items: readonly { readonly there: boolean; readonly found: boolean }[]): Detection {
  let both = 0;
  let onlyThere = 0;
  let onlyFound = 0;
  for (const item of items) {
    if (item.there && item.found) both += 1;
    else if (item.there) onlyThere += 1;
    else if (item.found) onlyFound += 1;
  }
  return {
    precision: both / (both + onlyFound),
    recall: both / (both + onlyThere),
    f1: (2 * both) / (2 * both + onlyThere + onlyFound),
  };
}
