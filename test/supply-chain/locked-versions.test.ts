/** Everybody who installs this gets the same bytes, and nothing of a stranger's runs while they are installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ROOT, readLockedPackages, readLockedRoot } from '../../scripts/supply-chain/lock-file.ts';

const Names = z.record(z.string(), z.string());
const PackageFile = z.object({
  dependencies: Names,
  devDependencies: Names,
  overrides: Names,
  allowScripts: z.record(z.string(), z.boolean()),
});
const { dependencies, devDependencies, overrides, allowScripts } = PackageFile.parse(
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
);
const packages = readLockedPackages();
/** `1.2.3`, also `1.2.3-beta.0`: no range, no tag, no address. */
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

describe('package.json', () => {
  test.each(Object.entries({ ...dependencies, ...devDependencies, ...overrides }))(
    'names one version of %s: %s',
    (_, version) => expect(version).toMatch(EXACT),
  );

  test('is what the lock file was made from', () => {
    expect(readLockedRoot()).toEqual({ dependencies, devDependencies });
    const atTop = new Map(packages.map(({ path, version }) => [path, version]));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect({ name, version: atTop.get(`node_modules/${name}`) }).toEqual({ name, version });
  });
});

describe('package-lock.json', () => {
  test('tells the digest of every package, and of none where it comes from', () => {
    expect(packages.length).toBeGreaterThan(100);
    const without = packages.filter(({ integrity }) => !/^sha512-/.test(integrity ?? ''));
    expect(without.map(({ path }) => path)).toEqual([]);
    expect(packages.filter(({ resolved }) => resolved !== undefined).map(({ path }) => path)).toEqual([]);
  });

  test('has no package with a script at its installation but those that were decided on', () => {
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript);
    expect([...new Set(scripted.map(({ name }) => name))].sort()).toEqual(Object.keys(allowScripts).sort());
    // One may run it: that which brings Node 24 to those who have another.
    expect(Object.keys(allowScripts).filter(name => allowScripts[name])).toEqual(['node']);
    expect(scripted.filter(({ dev }) => !dev)).toEqual([]);
  });
});
