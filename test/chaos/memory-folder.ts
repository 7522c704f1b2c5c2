import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps it in memory. What a process has written there outlives the process, as on a disk. */
const MEMORY = '/dev/shm';

/** A new folder, in memory where there is such a place: nobody's power is lost here, and disks are slow. */
export function makeMemoryFolder(prefix: string): string {
  return mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), prefix));
}
