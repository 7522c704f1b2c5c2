/** A percentage, a decimal fraction, a multiple, an amount of time or money. Not a version (1.2.3), a year or a port. */
const FIGURE =
  /(?<![\w.])(?:[$€£]\s?\d[\d,]*(?:\.\d+)?|\d{1,3}(?:[.,]\d{1,4})?\s?%|[01]?[.,]\d{2,6}(?![\d.])|\d{1,6}(?:[.,]\d{1,4})?\s?(?:ms|s|sec|secs|seconds|minutes|mins|min|hours|h|x|×|fps|req\/s|rps|tokens\/s|mb|gb|percent|points?|pp)\b|\d{1,3}(?:,\d{3})+|\d{1,7}\.\d{1,6}(?![\d.])|\d{1,5}\s?(?:of|\/|out of)\s?\d{1,6}|\d{1,3}(?:st|nd|rd|th)\s(?:place|out|of|rank))/gi;

/** How many figures the text gives that can be measured values. */
export function countFigures(text: string): number {
  return text.match(FIGURE)?.length ?? 0;
}

export function hasFigure(text: string): boolean {
  return countFigures(text) > 0;
}
