/** What runs where Showwork runs may be used, changed and passed on by everybody. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { ROOT, readLockedPackages, readProductionPackages } from '../../scripts/supply-chain/lock-file.ts';

/** Permissive ones by their SPDX names (spdx.org/licenses); no other is let in without a look. */
const PERMISSIVE = ['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'PSF-2.0'];

const Installed = z.object({ version: z.string(), license: z.string() });

test('every licence is a permissive one', () => {
  const others = readProductionPackages().filter(({ license }) => !PERMISSIVE.includes(license ?? 'unknown'));
  expect(others.map(({ name, license }) => ({ name, license }))).toEqual([]);
});

test('what is installed is what the lock file says of it', () => {
  const there = readLockedPackages().filter(({ dev, path }) => !dev && existsSync(join(ROOT, path)));
  expect(there.length).toBeGreaterThan(100);
  const differing = there.filter(({ path, version, license }) => {
    const installed = Installed.safeParse(
      JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')),
    ).data;
    return installed?.version !== version || installed.license !== license;
  });
  expect(differing.map(({ path }) => path)).toEqual([]);
});
