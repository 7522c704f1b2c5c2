import { z } from 'zod';
import { linesOf, type NamedLine } from './named-line.ts';

const Dependencies = z.record(z.string(), z.unknown()).optional().catch(undefined);
const PackageJson = z.object({ dependencies: Dependencies, devDependencies: Dependencies });

/** `dependencies` and `devDependencies` of a package.json. */
export function readPackageJson(text: string): readonly NamedLine[] {
  const { dependencies, devDependencies } = PackageJson.parse(JSON.parse(text));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const lineByKey = new Map<string, number>();
  for (const [index, line] of linesOf(text).entries()) {
    for (const [, key = ''] of line.slice(0, 4000).matchAll(/"([^"]{1,200})"\s{0,8}:/g)) {
      if (!lineByKey.has(key)) lineByKey.set(key, index + 1);
    }
  }
  return names.map(name => ({ name, line: lineByKey.get(name) ?? 1 }));
}
