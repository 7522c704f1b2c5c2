/** Files that hold quotes from private READMEs are for the owner of the process only. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

const AlreadyThere = z.object({ code: z.literal('EEXIST') });

/**
 * Makes sure that the file exists and that nobody else may read it; missing folders are made. SQLite gives its `-wal`
 * and `-shm` files the same rights.
 *
 * An existing file is never opened here: closing it would drop every lock that this process holds on it
 * (sqlite.org/howtocorrupt.html, section 2.2).
 */
export function createPrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  try {
    closeSync(openSync(path, 'wx', OWNER_ONLY_FILE));
  } catch (error) {
    if (!AlreadyThere.safeParse(error).success) throw error;
    chmodSync(path, OWNER_ONLY_FILE);
  }
}
