import { sep } from 'node:path';
import picomatch from 'picomatch';

/**
 * Whether the rules of a `.dockerignore` keep a path from the engine: the last that fits it or a folder above it decides,
 * and `!` lets in (docs: build/concepts/context/#dockerignore-files).
 */
export function dockerIgnores(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const letsIn = line.startsWith('!');
      return { letsIn, fits: picomatch(letsIn ? line.slice(1) : line, { dot: true }) };
    });
  return path => {
    const steps = path.split(sep);
    const above = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
    return rules.findLast(({ fits }) => above.some(each => fits(each)))?.letsIn === false;
  };
}
