import { MAX_LABEL_VALUES, OTHER } from './metric-definitions.ts';

/**
 * Keeps the first values it sees and calls the rest `other`: whoever sends us strange names fills neither our memory nor
 * that of who collects the metrics.
 */
export function boundedLabel(most = MAX_LABEL_VALUES): (value: string) => string {
  const known = new Set<string>();
  return value => {
    if (known.has(value)) return value;
    if (known.size >= most) return OTHER;
    known.add(value);
    return value;
  };
}
