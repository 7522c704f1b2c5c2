/** What `package-lock.json` says of the packages that are installed (docs.npmjs.com: "package-lock.json"). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '../..');
const MODULES = 'node_modules/';

const Entry = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});
const Names = z.record(z.string(), z.string()).default({});
const LockFile = z.object({
  packages: z
    .looseObject({ '': z.object({ dependencies: Names, devDependencies: Names }) })
    .transform(({ '': root, ...packages }) => ({
      root,
      packages: z.record(z.string(), Entry).parse(packages),
    })),
});

export interface LockedPackage extends z.infer<typeof Entry> {
  /** Below the root. */
  readonly path: string;
  readonly name: string;
}

/** What the project asks for, as the lock file was made from it. */
export function readLockedRoot() {
  return readLock().root;
}

/** All packages, in the order of their paths. A package may be there several times. */
export function readLockedPackages(): readonly LockedPackage[] {
  return Object.entries(readLock().packages).map(([path, entry]) => ({
    ...entry,
    path,
    name: path.slice(path.lastIndexOf(MODULES) + MODULES.length),
  }));
}

/** Those that run where Showwork runs, each name and version once, by name. */
export function readProductionPackages(): readonly LockedPackage[] {
  const packages = readLockedPackages().filter(({ dev }) => !dev);
  const byId = new Map(packages.map(locked => [idOf(locked), locked]));
  return [...byId.entries()].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, locked]) => locked);
}

export function idOf({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

function readLock() {
  return LockFile.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))).packages;
}
