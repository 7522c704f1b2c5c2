import { execFileSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What a checkout of this repository holds, and what is new and not ignored; paths below its root. */
export function trackedFiles(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return [...new Set(listing.split('\0'))].filter(path => path !== '' && existsSync(join(ROOT, path))).sort();
}

/** A checkout of this repository in another folder. */
export function checkOut(folder: string): void {
  for (const path of trackedFiles()) cpSync(join(ROOT, path), join(folder, path));
}
